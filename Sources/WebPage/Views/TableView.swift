import Mustache

/// A table as the template `table` shows it: a caption, headings with their scope, numbers to the right.
struct TableView: Sendable {
  struct Column: Sendable {
    let title: String
    /// What the style sheet does with it: `number` stands to the right, `day` stays on one line.
    let style: String

    static func text(_ title: String) -> Column { Column(title: title, style: "text") }
    static func number(_ title: String) -> Column { Column(title: title, style: "number") }
    static func day(_ title: String) -> Column { Column(title: title, style: "day") }
  }

  struct Row: Sendable {
    let heading: Cell
    let cells: [Cell]
    let isTotal: Bool
  }

  struct Cell: Sendable {
    let text: String
    /// Where the text leads.
    var href: String?
    /// A second, quieter line.
    var note: String?
    /// A word that deserves a look: `basis unknown`.
    var mark: String?
    var style = "text"

    init(_ text: String, to href: String? = nil, note: String? = nil, mark: String? = nil) {
      self.text = text
      self.href = href
      self.note = note
      self.mark = mark
    }
  }

  let caption: String
  let columns: [Column]
  private(set) var rows: [Row] = []
  private(set) var hasRows = false

  /// - Parameter columns: the first one has the rows' headings.
  init(_ caption: String, _ columns: [Column]) {
    self.caption = caption
    self.columns = columns
  }

  mutating func add(_ heading: Cell, _ cells: Cell..., isTotal: Bool = false) {
    add(heading, cells, isTotal: isTotal)
  }

  mutating func add(_ heading: Cell, _ cells: [Cell], isTotal: Bool = false) {
    let aligned = zip(cells, columns.dropFirst()).map { cell, column in
      var cell = cell
      cell.style = column.style
      return cell
    }
    rows.append(Row(heading: heading, cells: aligned, isTotal: isTotal))
    hasRows = true
  }
}

// Tables are long: what a template asks of rows and cells is answered here, and not by reflection.

extension TableView.Row: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "heading": heading
    case "cells": cells
    case "isTotal": isTotal
    default: nil
    }
  }
}

extension TableView.Cell: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "text": text
    case "style": style
    case "href": href
    case "mark": mark
    case "note": note
    default: nil
    }
  }
}

extension TableView.Cell: ExpressibleByStringInterpolation {
  init(stringLiteral text: String) { self.init(text) }
}
