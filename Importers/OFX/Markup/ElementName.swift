/// The elements of OFX that Hearth knows; each case is spelled as the element is, in lower case.
///
/// Everything else is `other`: unknown elements are skipped with their content (OFX 2.3.1).
enum ElementName: UInt8, CaseIterable, Sendable {
  case other
  // The envelope (OFX 2.4, 2.5): message sets, sign-on, status.
  case ofx, signonmsgsrsv1, sonrs, status, code, severity, message, fi, org, fid
  case invstmtmsgsrsv1, invstmttrnrs, invstmtrs, seclistmsgsrsv1, seclist
  case profmsgsrsv1, signupmsgsrsv1, acctinfo, invacctinfo, usproducttype
  // What banks and card issuers send (OFX 11).
  case bankmsgsrsv1, stmttrnrs, stmtrs, creditcardmsgsrsv1, ccstmttrnrs, ccstmtrs, banktranlist
  case bankacctfrom, ccacctfrom, bankacctto, ccacctto, accttype, bankid
  case ledgerbal, balamt, correctfitid, correctaction
  // The investment statement (OFX 13.9.2).
  case dtasof, curdef, invacctfrom, brokerid, acctid, invtranlist, dtstart, dtend, invposlist, invbal
  case availcash, marginbalance, shortbalance, ballist, bal, invoolist, inv401k, inv401kbal
  // Transactions (OFX 13.9.2.4.3).
  case buydebt, buymf, buyopt, buyother, buystock, selldebt, sellmf, sellopt, sellother, sellstock
  case closureopt, income, invexpense, jrnlfund, jrnlsec, margininterest, reinvest, retofcap, split, transfer
  case invbanktran, stmttrn
  // Positions and securities (OFX 13.9.2.6, 13.8.5).
  case posdebt, posmf, posopt, posother, posstock
  case debtinfo, mfinfo, optinfo, otherinfo, stockinfo
  // Aggregates inside rows.
  case invbuy, invsell, invtran, secid, secinfo, invpos, currency, origcurrency, payee
  // Leaves of rows.
  case accrdint, avgcostbasis, buytype, commission, cursym, denominator, dtpayroll, dtposted, dtpriceasof
  case dtpurchase, dtsettle, dttrade, dtuser, fees, fiid, fitid, fraccash, incometype, inv401ksource, load, memo, mktval
  case name, newunits, numerator, oldunits, optaction, optbuytype, optselltype, penalty, postype, relfitid,
    reversalfitid
  case secname, selltype, shperctrct, statewithholding, subacctfrom, subacctto, taxes, tferaction, ticker, total
  case trnamt, trntype, uniqueid, uniqueidtype, unitprice, units, withholding
}

extension ElementName {
  enum Role: UInt8, Sendable {
    case leaf, aggregate
    /// A part of a statement or of the list of securities, which holds rows.
    case list
    case transaction, position, security
  }

  var role: Role {
    switch self {
    case .buydebt, .buymf, .buyopt, .buyother, .buystock, .selldebt, .sellmf, .sellopt, .sellother, .sellstock,
      .closureopt, .income, .invexpense, .jrnlfund, .jrnlsec, .margininterest, .reinvest, .retofcap, .split, .transfer,
      .invbanktran:
      .transaction
    case .posdebt, .posmf, .posopt, .posother, .posstock: .position
    case .debtinfo, .mfinfo, .optinfo, .otherinfo, .stockinfo: .security
    case .invtranlist, .invposlist, .invbal, .invoolist, .inv401k, .inv401kbal, .seclist, .banktranlist: .list
    case .ofx, .signonmsgsrsv1, .sonrs, .status, .fi, .invstmtmsgsrsv1, .invstmttrnrs, .invstmtrs, .seclistmsgsrsv1,
      .profmsgsrsv1, .signupmsgsrsv1, .acctinfo, .invacctinfo, .bankmsgsrsv1, .stmttrnrs, .stmtrs, .creditcardmsgsrsv1,
      .ccstmttrnrs, .ccstmtrs, .bankacctfrom, .ccacctfrom, .bankacctto, .ccacctto, .invacctfrom, .ballist, .bal,
      .ledgerbal, .stmttrn, .invbuy, .invsell, .invtran, .secid, .secinfo, .invpos, .currency, .origcurrency, .payee,
      .other:
      .aggregate
    default: .leaf
    }
  }

  /// Whether it is one transaction, position or security.
  var isRow: Bool { role == .transaction || role == .position || role == .security }

  /// Whether what lies below says something about another thing than the row that it is in, such as the other account.
  var isIsland: Bool {
    switch self {
    case .currency, .origcurrency, .invacctfrom, .bankacctfrom, .bankacctto, .ccacctfrom, .ccacctto, .payee, .bal: true
    default: false
    }
  }

  /// As files spell it.
  var spelling: String { Self.spellings[Int(rawValue)] }
  private static let spellings = allCases.map { "\($0)".uppercased() }
}
