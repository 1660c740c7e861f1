extension KnownFunds {
  /// One fund a line: ticker, kind, name, classes and expense ratio in percent, then yearly yield, the qualified and the
  /// federally exempt part of it, tax withheld abroad (all in percent) and the group of substantially identical funds.
  ///
  /// Sources: the sponsors' fact sheets as known on 2025-01. Target-date funds are looked through as published around that
  /// date; the TSP's G Fund, which never loses value, is counted with the bonds whose yield it pays; funds of Treasury
  /// bills count as cash.
  static let table = """
    VTI | etf | Vanguard Total Stock Market ETF | us_stock 100 | 0.03 | yield=1.27 qualified=95 group=crsp-us-total-market
    VTSAX | fund | Vanguard Total Stock Market Index Admiral | us_stock 100 | 0.04 | yield=1.26 qualified=95 group=crsp-us-total-market
    VITSX | fund | Vanguard Total Stock Market Index Institutional | us_stock 100 | 0.03 | yield=1.27 qualified=95 group=crsp-us-total-market
    VSMPX | fund | Vanguard Total Stock Market Index Institutional Plus | us_stock 100 | 0.02 | yield=1.28 qualified=95 group=crsp-us-total-market
    ITOT | etf | iShares Core S&P Total U.S. Stock Market ETF | us_stock 100 | 0.03 | yield=1.24 qualified=95 group=sp-total-market
    SCHB | etf | Schwab U.S. Broad Market ETF | us_stock 100 | 0.03 | yield=1.25 qualified=95 group=dj-us-broad-market
    FSKAX | fund | Fidelity Total Market Index | us_stock 100 | 0.015 | yield=1.2 qualified=95 group=dj-us-total-market
    SWTSX | fund | Schwab Total Stock Market Index | us_stock 100 | 0.03 | yield=1.2 qualified=95 group=dj-us-total-market
    FZROX | fund | Fidelity ZERO Total Market Index | us_stock 100 | 0 | yield=1.15 qualified=95
    VOO | etf | Vanguard S&P 500 ETF | us_stock 100 | 0.03 | yield=1.25 qualified=95 group=sp500
    VFIAX | fund | Vanguard 500 Index Admiral | us_stock 100 | 0.04 | yield=1.24 qualified=95 group=sp500
    VINIX | fund | Vanguard Institutional Index Institutional | us_stock 100 | 0.035 | yield=1.25 qualified=95 group=sp500
    VIIIX | fund | Vanguard Institutional Index Institutional Plus | us_stock 100 | 0.02 | yield=1.26 qualified=95 group=sp500
    IVV | etf | iShares Core S&P 500 ETF | us_stock 100 | 0.03 | yield=1.27 qualified=95 group=sp500
    SPY | etf | SPDR S&P 500 ETF Trust | us_stock 100 | 0.0945 | yield=1.2 qualified=95 group=sp500
    SPLG | etf | SPDR Portfolio S&P 500 ETF | us_stock 100 | 0.02 | yield=1.26 qualified=95 group=sp500
    FXAIX | fund | Fidelity 500 Index | us_stock 100 | 0.015 | yield=1.25 qualified=95 group=sp500
    SWPPX | fund | Schwab S&P 500 Index | us_stock 100 | 0.02 | yield=1.2 qualified=95 group=sp500
    RSP | etf | Invesco S&P 500 Equal Weight ETF | us_stock 100 | 0.2 | yield=1.5 qualified=95 group=sp500-equal-weight
    FNILX | fund | Fidelity ZERO Large Cap Index | us_stock 100 | 0 | yield=1.1 qualified=95
    SCHX | etf | Schwab U.S. Large-Cap ETF | us_stock 100 | 0.03 | yield=1.2 qualified=95 group=dj-us-large-cap
    VV | etf | Vanguard Large-Cap ETF | us_stock 100 | 0.04 | yield=1.2 qualified=95 group=crsp-us-large-cap
    VUG | etf | Vanguard Growth ETF | us_stock 100 | 0.04 | yield=0.5 qualified=95 group=crsp-us-large-growth
    VIGAX | fund | Vanguard Growth Index Admiral | us_stock 100 | 0.05 | yield=0.5 qualified=95 group=crsp-us-large-growth
    VTV | etf | Vanguard Value ETF | us_stock 100 | 0.04 | yield=2.3 qualified=95 group=crsp-us-large-value
    VVIAX | fund | Vanguard Value Index Admiral | us_stock 100 | 0.05 | yield=2.3 qualified=95 group=crsp-us-large-value
    VO | etf | Vanguard Mid-Cap ETF | us_stock 100 | 0.04 | yield=1.5 qualified=95 group=crsp-us-mid-cap
    VIMAX | fund | Vanguard Mid-Cap Index Admiral | us_stock 100 | 0.05 | yield=1.5 qualified=95 group=crsp-us-mid-cap
    VB | etf | Vanguard Small-Cap ETF | us_stock 100 | 0.05 | yield=1.3 qualified=80 group=crsp-us-small-cap
    VSMAX | fund | Vanguard Small-Cap Index Admiral | us_stock 100 | 0.05 | yield=1.3 qualified=80 group=crsp-us-small-cap
    VBR | etf | Vanguard Small-Cap Value ETF | us_stock 100 | 0.07 | yield=2 qualified=80 group=crsp-us-small-value
    VXF | etf | Vanguard Extended Market ETF | us_stock 100 | 0.06 | yield=1.1 qualified=80 group=sp-completion
    VEXAX | fund | Vanguard Extended Market Index Admiral | us_stock 100 | 0.06 | yield=1.1 qualified=80 group=sp-completion
    FSMAX | fund | Fidelity Extended Market Index | us_stock 100 | 0.035 | yield=0.5 qualified=80 group=dj-us-completion
    FSMDX | fund | Fidelity Mid Cap Index | us_stock 100 | 0.025 | yield=1.1 qualified=95 group=russell-mid-cap
    FSSNX | fund | Fidelity Small Cap Index | us_stock 100 | 0.025 | yield=1.0 qualified=75 group=russell-2000
    IWM | etf | iShares Russell 2000 ETF | us_stock 100 | 0.19 | yield=1.1 qualified=75 group=russell-2000
    VTWO | etf | Vanguard Russell 2000 ETF | us_stock 100 | 0.1 | yield=1.2 qualified=75 group=russell-2000
    IWF | etf | iShares Russell 1000 Growth ETF | us_stock 100 | 0.19 | yield=0.5 qualified=95 group=russell-1000-growth
    IWD | etf | iShares Russell 1000 Value ETF | us_stock 100 | 0.19 | yield=1.8 qualified=95 group=russell-1000-value
    IJH | etf | iShares Core S&P Mid-Cap ETF | us_stock 100 | 0.05 | yield=1.3 qualified=95 group=sp400
    IJR | etf | iShares Core S&P Small-Cap ETF | us_stock 100 | 0.06 | yield=2 qualified=80 group=sp600
    QQQ | etf | Invesco QQQ Trust | us_stock 100 | 0.2 | yield=0.6 qualified=95 group=nasdaq-100
    QQQM | etf | Invesco NASDAQ 100 ETF | us_stock 100 | 0.15 | yield=0.6 qualified=95 group=nasdaq-100
    DIA | etf | SPDR Dow Jones Industrial Average ETF Trust | us_stock 100 | 0.16 | yield=1.6 qualified=95 group=dow-30
    VIG | etf | Vanguard Dividend Appreciation ETF | us_stock 100 | 0.06 | yield=1.7 qualified=100 group=sp-us-dividend-growers
    VYM | etf | Vanguard High Dividend Yield ETF | us_stock 100 | 0.06 | yield=2.7 qualified=95 group=ftse-high-dividend-yield
    SCHD | etf | Schwab U.S. Dividend Equity ETF | us_stock 100 | 0.06 | yield=3.6 qualified=100 group=dj-us-dividend-100
    SCHG | etf | Schwab U.S. Large-Cap Growth ETF | us_stock 100 | 0.04 | yield=0.4 qualified=95 group=dj-us-large-growth
    VGT | etf | Vanguard Information Technology ETF | us_stock 100 | 0.1 | yield=0.6 qualified=95 group=msci-us-imi-it
    XLK | etf | Technology Select Sector SPDR Fund | us_stock 100 | 0.09 | yield=0.7 qualified=95 group=sp-technology-select
    FCNTX | fund | Fidelity Contrafund | us_stock 100 | 0.63 | yield=0.3 qualified=95
    AGTHX | fund | American Funds Growth Fund of America A | us_stock 100 | 0.61 | yield=0.5 qualified=95
    VXUS | etf | Vanguard Total International Stock ETF | emerging 26, intl_developed 74 | 0.08 | yield=2.9 qualified=65 foreign=0.22 group=ftse-global-all-cap-ex-us
    VTIAX | fund | Vanguard Total International Stock Index Admiral | emerging 26, intl_developed 74 | 0.12 | yield=2.9 qualified=65 foreign=0.22 group=ftse-global-all-cap-ex-us
    VTSNX | fund | Vanguard Total International Stock Index Institutional | emerging 26, intl_developed 74 | 0.08 | yield=2.9 qualified=65 foreign=0.22 group=ftse-global-all-cap-ex-us
    IXUS | etf | iShares Core MSCI Total International Stock ETF | emerging 28, intl_developed 72 | 0.07 | yield=3 qualified=65 foreign=0.22 group=msci-acwi-ex-us-imi
    FTIHX | fund | Fidelity Total International Index | emerging 28, intl_developed 72 | 0.06 | yield=2.7 qualified=65 foreign=0.22 group=msci-acwi-ex-us-imi
    FZILX | fund | Fidelity ZERO International Index | emerging 28, intl_developed 72 | 0 | yield=2.8 qualified=65 foreign=0.22
    FSGGX | fund | Fidelity Global ex U.S. Index | emerging 29, intl_developed 71 | 0.055 | yield=2.7 qualified=65 foreign=0.22 group=msci-acwi-ex-us
    VEU | etf | Vanguard FTSE All-World ex-US ETF | emerging 26, intl_developed 74 | 0.07 | yield=2.9 qualified=65 foreign=0.22 group=ftse-all-world-ex-us
    VFWAX | fund | Vanguard FTSE All-World ex-US Index Admiral | emerging 26, intl_developed 74 | 0.11 | yield=2.9 qualified=65 foreign=0.22 group=ftse-all-world-ex-us
    VEA | etf | Vanguard FTSE Developed Markets ETF | intl_developed 100 | 0.06 | yield=3.1 qualified=70 foreign=0.2 group=ftse-developed-all-cap-ex-us
    VTMGX | fund | Vanguard Developed Markets Index Admiral | intl_developed 100 | 0.08 | yield=3.1 qualified=70 foreign=0.2 group=ftse-developed-all-cap-ex-us
    SCHF | etf | Schwab International Equity ETF | intl_developed 100 | 0.06 | yield=3 qualified=70 foreign=0.2 group=ftse-developed-ex-us
    IEFA | etf | iShares Core MSCI EAFE ETF | intl_developed 100 | 0.07 | yield=3.3 qualified=75 foreign=0.2 group=msci-eafe-imi
    EFA | etf | iShares MSCI EAFE ETF | intl_developed 100 | 0.33 | yield=3 qualified=75 foreign=0.2 group=msci-eafe
    FSPSX | fund | Fidelity International Index | intl_developed 100 | 0.035 | yield=2.9 qualified=75 foreign=0.2 group=msci-eafe
    SWISX | fund | Schwab International Index | intl_developed 100 | 0.06 | yield=3.1 qualified=75 foreign=0.2 group=msci-eafe
    VWO | etf | Vanguard FTSE Emerging Markets ETF | emerging 100 | 0.07 | yield=3.1 qualified=40 foreign=0.28 group=ftse-emerging-all-cap-china-a
    VEMAX | fund | Vanguard Emerging Markets Stock Index Admiral | emerging 100 | 0.13 | yield=3 qualified=40 foreign=0.28 group=ftse-emerging-all-cap-china-a
    IEMG | etf | iShares Core MSCI Emerging Markets ETF | emerging 100 | 0.09 | yield=3.1 qualified=45 foreign=0.28 group=msci-em-imi
    EEM | etf | iShares MSCI Emerging Markets ETF | emerging 100 | 0.72 | yield=2.4 qualified=45 foreign=0.28 group=msci-em
    FPADX | fund | Fidelity Emerging Markets Index | emerging 100 | 0.075 | yield=2.6 qualified=45 foreign=0.28 group=msci-em
    VT | etf | Vanguard Total World Stock ETF | emerging 10, intl_developed 27, us_stock 63 | 0.06 | yield=1.9 qualified=80 foreign=0.08 group=ftse-global-all-cap
    VTWAX | fund | Vanguard Total World Stock Index Admiral | emerging 10, intl_developed 27, us_stock 63 | 0.1 | yield=1.9 qualified=80 foreign=0.08 group=ftse-global-all-cap
    ACWI | etf | iShares MSCI ACWI ETF | emerging 10, intl_developed 25, us_stock 65 | 0.32 | yield=1.7 qualified=80 foreign=0.07 group=msci-acwi
    BND | etf | Vanguard Total Bond Market ETF | us_bond 100 | 0.03 | yield=3.7 group=bloomberg-us-aggregate-float-adjusted
    VBTLX | fund | Vanguard Total Bond Market Index Admiral | us_bond 100 | 0.04 | yield=3.7 group=bloomberg-us-aggregate-float-adjusted
    VBTIX | fund | Vanguard Total Bond Market Index Institutional | us_bond 100 | 0.025 | yield=3.7 group=bloomberg-us-aggregate-float-adjusted
    AGG | etf | iShares Core U.S. Aggregate Bond ETF | us_bond 100 | 0.03 | yield=3.7 group=bloomberg-us-aggregate
    SCHZ | etf | Schwab U.S. Aggregate Bond ETF | us_bond 100 | 0.03 | yield=3.9 group=bloomberg-us-aggregate
    SPAB | etf | SPDR Portfolio Aggregate Bond ETF | us_bond 100 | 0.03 | yield=3.8 group=bloomberg-us-aggregate
    FXNAX | fund | Fidelity U.S. Bond Index | us_bond 100 | 0.025 | yield=3.4 group=bloomberg-us-aggregate
    SWAGX | fund | Schwab U.S. Aggregate Bond Index | us_bond 100 | 0.04 | yield=3.7 group=bloomberg-us-aggregate
    BNDX | etf | Vanguard Total International Bond ETF | intl_bond 100 | 0.07 | yield=4 group=bloomberg-global-aggregate-ex-usd-hedged
    VTABX | fund | Vanguard Total International Bond Index Admiral | intl_bond 100 | 0.1 | yield=4 group=bloomberg-global-aggregate-ex-usd-hedged
    BSV | etf | Vanguard Short-Term Bond ETF | us_bond 100 | 0.03 | yield=3.4 group=bloomberg-us-1-5-year
    VBIRX | fund | Vanguard Short-Term Bond Index Admiral | us_bond 100 | 0.06 | yield=3.4 group=bloomberg-us-1-5-year
    BIV | etf | Vanguard Intermediate-Term Bond ETF | us_bond 100 | 0.03 | yield=3.8 group=bloomberg-us-5-10-year
    VBILX | fund | Vanguard Intermediate-Term Bond Index Admiral | us_bond 100 | 0.06 | yield=3.8 group=bloomberg-us-5-10-year
    VCIT | etf | Vanguard Intermediate-Term Corporate Bond ETF | us_bond 100 | 0.03 | yield=4.4
    VCSH | etf | Vanguard Short-Term Corporate Bond ETF | us_bond 100 | 0.03 | yield=4
    LQD | etf | iShares iBoxx $ Investment Grade Corporate Bond ETF | us_bond 100 | 0.14 | yield=4.4
    HYG | etf | iShares iBoxx $ High Yield Corporate Bond ETF | us_bond 100 | 0.49 | yield=6
    SHY | etf | iShares 1-3 Year Treasury Bond ETF | us_bond 100 | 0.15 | yield=3.9
    IEF | etf | iShares 7-10 Year Treasury Bond ETF | us_bond 100 | 0.15 | yield=3.6
    TLT | etf | iShares 20+ Year Treasury Bond ETF | us_bond 100 | 0.15 | yield=4.3
    VGIT | etf | Vanguard Intermediate-Term Treasury ETF | us_bond 100 | 0.03 | yield=3.7
    MUB | etf | iShares National Muni Bond ETF | us_bond 100 | 0.05 | yield=3 exempt=100
    VTEB | etf | Vanguard Tax-Exempt Bond ETF | us_bond 100 | 0.03 | yield=3.1 exempt=100 group=sp-national-muni-vanguard
    VTEAX | fund | Vanguard Tax-Exempt Bond Index Admiral | us_bond 100 | 0.09 | yield=3.1 exempt=100 group=sp-national-muni-vanguard
    VWIUX | fund | Vanguard Intermediate-Term Tax-Exempt Admiral | us_bond 100 | 0.09 | yield=3 exempt=100
    SCHP | etf | Schwab U.S. TIPS ETF | tips 100 | 0.03 | yield=3 group=bloomberg-us-tips
    FIPDX | fund | Fidelity Inflation-Protected Bond Index | tips 100 | 0.05 | yield=3 group=bloomberg-us-tips
    TIP | etf | iShares TIPS Bond ETF | tips 100 | 0.18 | yield=2.6 group=ice-us-tips
    VTIP | etf | Vanguard Short-Term Inflation-Protected Securities ETF | tips 100 | 0.03 | yield=2.7 group=bloomberg-us-tips-0-5
    VTAPX | fund | Vanguard Short-Term Inflation-Protected Securities Index Admiral | tips 100 | 0.06 | yield=2.7 group=bloomberg-us-tips-0-5
    SGOV | etf | iShares 0-3 Month Treasury Bond ETF | cash 100 | 0.09 | yield=5
    BIL | etf | SPDR Bloomberg 1-3 Month T-Bill ETF | cash 100 | 0.1356 | yield=5
    VNQ | etf | Vanguard Real Estate ETF | real_estate 100 | 0.13 | yield=3.8 group=msci-us-imi-real-estate
    VGSLX | fund | Vanguard Real Estate Index Admiral | real_estate 100 | 0.13 | yield=3.8 group=msci-us-imi-real-estate
    SCHH | etf | Schwab U.S. REIT ETF | real_estate 100 | 0.07 | yield=3.2
    FSRNX | fund | Fidelity Real Estate Index | real_estate 100 | 0.07 | yield=2.9
    GLD | etf | SPDR Gold Shares | gold 100 | 0.4 | group=gold-bullion collectible
    IAU | etf | iShares Gold Trust | gold 100 | 0.25 | group=gold-bullion collectible
    GLDM | etf | SPDR Gold MiniShares | gold 100 | 0.1 | group=gold-bullion collectible
    IAUM | etf | iShares Gold Trust Micro | gold 100 | 0.09 | group=gold-bullion collectible
    SGOL | etf | abrdn Physical Gold Shares | gold 100 | 0.17 | group=gold-bullion collectible
    SLV | etf | iShares Silver Trust | commodities 100 | 0.5 | group=silver-bullion collectible
    SIVR | etf | abrdn Physical Silver Shares | commodities 100 | 0.3 | group=silver-bullion collectible
    IBIT | etf | iShares Bitcoin Trust | crypto 100 | 0.25 | group=bitcoin
    FBTC | etf | Fidelity Wise Origin Bitcoin Fund | crypto 100 | 0.25 | group=bitcoin
    VBIAX | fund | Vanguard Balanced Index Admiral | us_bond 40, us_stock 60 | 0.07 | yield=2.2 qualified=35
    VWENX | fund | Vanguard Wellington Admiral | emerging 2.1, intl_developed 5.9, us_bond 34, us_stock 58 | 0.17 | yield=2.2 qualified=50 foreign=0.02
    VWIAX | fund | Vanguard Wellesley Income Admiral | emerging 1.3, intl_developed 3.7, us_bond 62, us_stock 33 | 0.16 | yield=3.5 qualified=30 foreign=0.01
    FBALX | fund | Fidelity Balanced | emerging 1.3, intl_developed 3.7, us_bond 36, us_stock 59 | 0.47 | yield=1.8 qualified=45 foreign=0.01
    VASGX | fund | Vanguard LifeStrategy Growth | emerging 8.3, intl_developed 23.7, intl_bond 6, us_bond 14, us_stock 48 | 0.14 | yield=2.3 qualified=65 foreign=0.07
    VSMGX | fund | Vanguard LifeStrategy Moderate Growth | emerging 6.2, intl_developed 17.8, intl_bond 12, us_bond 28, us_stock 36 | 0.13 | yield=2.6 qualified=45 foreign=0.05
    VTINX | fund | Vanguard Target Retirement Income | emerging 3.1, intl_developed 8.9, intl_bond 15.9, tips 17, us_bond 37.1, us_stock 18 | 0.08 | yield=2.6 qualified=21 foreign=0.03
    VTWNX | fund | Vanguard Target Retirement 2020 | emerging 4.1, intl_developed 11.5, intl_bond 15, tips 11, us_bond 35, us_stock 23.4 | 0.08 | yield=2.6 qualified=27 foreign=0.03
    VTTVX | fund | Vanguard Target Retirement 2025 | emerging 5.3, intl_developed 15.1, intl_bond 12.9, tips 6, us_bond 30.1, us_stock 30.6 | 0.08 | yield=2.6 qualified=36 foreign=0.04
    VTHRX | fund | Vanguard Target Retirement 2030 | emerging 6.3, intl_developed 18.1, intl_bond 11.7, us_bond 27.3, us_stock 36.6 | 0.08 | yield=2.6 qualified=43 foreign=0.05
    VTTHX | fund | Vanguard Target Retirement 2035 | emerging 7.2, intl_developed 20.4, intl_bond 9.3, us_bond 21.7, us_stock 41.4 | 0.08 | yield=2.6 qualified=48 foreign=0.06
    VFORX | fund | Vanguard Target Retirement 2040 | emerging 7.9, intl_developed 22.5, intl_bond 7.2, us_bond 16.8, us_stock 45.6 | 0.08 | yield=2.6 qualified=53 foreign=0.07
    VTIVX | fund | Vanguard Target Retirement 2045 | emerging 8.7, intl_developed 24.9, intl_bond 4.8, us_bond 11.2, us_stock 50.4 | 0.08 | yield=2.6 qualified=59 foreign=0.07
    VFIFX | fund | Vanguard Target Retirement 2050 | emerging 9.4, intl_developed 26.6, intl_bond 3, us_bond 7, us_stock 54 | 0.08 | yield=2.6 qualified=63 foreign=0.08
    VFFVX | fund | Vanguard Target Retirement 2055 | emerging 9.4, intl_developed 26.6, intl_bond 3, us_bond 7, us_stock 54 | 0.08 | yield=2.6 qualified=63 foreign=0.08
    VTTSX | fund | Vanguard Target Retirement 2060 | emerging 9.4, intl_developed 26.6, intl_bond 3, us_bond 7, us_stock 54 | 0.08 | yield=2.6 qualified=63 foreign=0.08
    VLXVX | fund | Vanguard Target Retirement 2065 | emerging 9.4, intl_developed 26.6, intl_bond 3, us_bond 7, us_stock 54 | 0.08 | yield=2.6 qualified=63 foreign=0.08
    FQIFX | fund | Fidelity Freedom Index 2025 Investor | emerging 5.5, intl_developed 15.7, tips 7, us_bond 40, us_stock 31.8 | 0.12 | yield=2.1 qualified=37 foreign=0.05
    FXIFX | fund | Fidelity Freedom Index 2030 Investor | emerging 6.3, intl_developed 18.1, tips 5, us_bond 34, us_stock 36.6 | 0.12 | yield=2.1 qualified=43 foreign=0.05
    FIHFX | fund | Fidelity Freedom Index 2035 Investor | emerging 7.4, intl_developed 21, tips 3, us_bond 26, us_stock 42.6 | 0.12 | yield=2.1 qualified=50 foreign=0.06
    FBIFX | fund | Fidelity Freedom Index 2040 Investor | emerging 8.6, intl_developed 24.6, tips 1, us_bond 16, us_stock 49.8 | 0.12 | yield=2.1 qualified=58 foreign=0.07
    FIOFX | fund | Fidelity Freedom Index 2045 Investor | emerging 9.4, intl_developed 26.6, us_bond 10, us_stock 54 | 0.12 | yield=2.1 qualified=63 foreign=0.08
    FIPFX | fund | Fidelity Freedom Index 2050 Investor | emerging 9.4, intl_developed 26.6, us_bond 10, us_stock 54 | 0.12 | yield=2.1 qualified=63 foreign=0.08
    FDEWX | fund | Fidelity Freedom Index 2055 Investor | emerging 9.4, intl_developed 26.6, us_bond 10, us_stock 54 | 0.12 | yield=2.1 qualified=63 foreign=0.08
    FDKLX | fund | Fidelity Freedom Index 2060 Investor | emerging 9.4, intl_developed 26.6, us_bond 10, us_stock 54 | 0.12 | yield=2.1 qualified=63 foreign=0.08
    TSP-G | fund | TSP G Fund: Government Securities Investment | us_bond 100 | 0.05 | yield=4.3
    TSP-F | fund | TSP F Fund: Fixed Income Index Investment | us_bond 100 | 0.06 | yield=3.7 group=bloomberg-us-aggregate
    TSP-C | fund | TSP C Fund: Common Stock Index Investment | us_stock 100 | 0.05 | yield=1.3 group=sp500
    TSP-S | fund | TSP S Fund: Small Cap Stock Index Investment | us_stock 100 | 0.07 | yield=1.2 group=dj-us-completion
    TSP-I | fund | TSP I Fund: International Stock Index Investment | emerging 21, intl_developed 79 | 0.06 | yield=2.8 group=msci-acwi-imi-ex-us-china-hk
    TSP-LINCOME | fund | TSP L Income Fund | emerging 2.1, intl_developed 8, us_bond 71, us_stock 18.9 | 0.06 | yield=2
    TSP-L2030 | fund | TSP L 2030 Fund | emerging 4.4, intl_developed 16.6, us_bond 40, us_stock 39 | 0.06 | yield=2
    TSP-L2035 | fund | TSP L 2035 Fund | emerging 4.9, intl_developed 18.2, us_bond 34, us_stock 42.9 | 0.06 | yield=2
    TSP-L2040 | fund | TSP L 2040 Fund | emerging 5.2, intl_developed 19.7, us_bond 29, us_stock 46.1 | 0.06 | yield=2
    TSP-L2045 | fund | TSP L 2045 Fund | emerging 5.6, intl_developed 21, us_bond 24, us_stock 49.4 | 0.06 | yield=2
    TSP-L2050 | fund | TSP L 2050 Fund | emerging 6, intl_developed 22.4, us_bond 19, us_stock 52.6 | 0.06 | yield=2
    TSP-L2055 | fund | TSP L 2055 Fund | emerging 7.3, intl_developed 27.3, us_bond 1, us_stock 64.4 | 0.06 | yield=2
    TSP-L2060 | fund | TSP L 2060 Fund | emerging 7.3, intl_developed 27.3, us_bond 1, us_stock 64.4 | 0.06 | yield=2
    TSP-L2065 | fund | TSP L 2065 Fund | emerging 7.3, intl_developed 27.3, us_bond 1, us_stock 64.4 | 0.06 | yield=2
    TSP-L2070 | fund | TSP L 2070 Fund | emerging 7.3, intl_developed 27.3, us_bond 1, us_stock 64.4 | 0.06 | yield=2
    SPAXX | cash | Fidelity Government Money Market | cash 100 | 0.42 | yield=4.1
    FDRXX | cash | Fidelity Government Cash Reserves | cash 100 | 0.34 | yield=4.2
    FZFXX | cash | Fidelity Treasury Money Market | cash 100 | 0.42 | yield=4.1
    SPRXX | cash | Fidelity Money Market | cash 100 | 0.42 | yield=4.3
    FZDXX | cash | Fidelity Money Market Premium | cash 100 | 0.3 | yield=4.4
    FDLXX | cash | Fidelity Treasury Only Money Market | cash 100 | 0.42 | yield=4
    VMFXX | cash | Vanguard Federal Money Market | cash 100 | 0.11 | yield=4.4
    VMRXX | cash | Vanguard Cash Reserves Federal Money Market Admiral | cash 100 | 0.1 | yield=4.4
    VUSXX | cash | Vanguard Treasury Money Market | cash 100 | 0.07 | yield=4.4
    VMSXX | cash | Vanguard Municipal Money Market | cash 100 | 0.15 | yield=2.9 exempt=100
    SWVXX | cash | Schwab Value Advantage Money | cash 100 | 0.34 | yield=4.3
    SNVXX | cash | Schwab Government Money | cash 100 | 0.34 | yield=4.1
    SNSXX | cash | Schwab U.S. Treasury Money | cash 100 | 0.34 | yield=4.1
    SNOXX | cash | Schwab Treasury Obligations Money | cash 100 | 0.34 | yield=4.1
    SWGXX | cash | Schwab Government Money (sweep) | cash 100 | 0.34 | yield=4.1
    """
}
