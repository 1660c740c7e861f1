extension FixedPoint {
  /// The sum of `values`, added up without a limit on the way; `nil` where it does not fit.
  ///
  /// For figures of which somebody else decides how many there are, such as the rows of a file.
  public static func sum(_ values: some Sequence<Self>) -> Self? {
    Self(exactly: values.reduce(Int128(0)) { $0 + Int128($1.steps) })
  }
}
