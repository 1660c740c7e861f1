"""From nothing to a household and back, as a person goes who has never seen a terminal."""
import unittest

from checks import Examination
from chromium import Chromium
from served import ServedHousehold, statement


class Journey(unittest.TestCase):
    def setUp(self):
        self.home = ServedHousehold()
        self.addCleanup(self.home.close)
        self.browser = Chromium()
        self.addCleanup(self.browser.close)
        self.examination = Examination(self, self.browser, self.home.origin)

    def says(self, *words):
        for word in words:
            self.assertIn(word, self.browser.text)

    def test_the_first_statements(self):
        browser, look = self.browser, self.examination.look

        browser.open(self.home.opening, "Welcome to Hearth")
        self.assertNotIn("token", browser.driver.current_url)
        self.says(self.home.household, "Download your statements")
        look("1-welcome")

        browser.follow("Accounts", "Nothing here yet")
        self.says("Nothing has been imported into this household yet")
        look("2-accounts-of-nothing")
        browser.follow("Import your first statements", "Import")
        self.says("Nothing yet.")
        look("3-import-empty")

        # OFX 2 in XML, OFX 1 in SGML, and a CSV of positions.
        browser.drop([
            statement("elm-street/ElmStreet-44710902.qfx"), statement("oak-retirement/OfxDownload.ofx"),
            statement("netbenefits/Portfolio_Positions_Nov-20-2026.csv")])
        browser.is_at("Import these statements?")
        self.says("Nothing is written yet.", "Accounts that nobody has described")
        self.assertEqual(browser.row("ElmStreet-44710902.qfx")[:2], ["32", "32"])
        self.assertEqual(browser.row("OfxDownload.ofx")[:2], ["23", "23"])
        self.assertEqual(browser.row("Portfolio_Positions_Nov-20-2026.csv")[:2], ["5", "5"])
        look("4-plan")

        browser.write("Who is in the household?", "Maya Berg, Jonas Berg")
        browser.choose("What kind of account is elmstreet.example 44710902?", "Joint taxable")
        browser.press("Import them")
        browser.is_at("Import")
        self.says("Import 1 is in the ledger.", "OfxDownload.ofx")
        look("5-imported")

        browser.follow("See the overview", "Our household")
        self.on_the_day("Our household")
        self.says("568,828.07 USD", "Paused until the targets are confirmed", "38.2 points over its target of 42.0 %")
        self.assertEqual(browser.row("Cash"), ["1.95 %", "0.00 %\n±5.00", "+1.95\nin band", "11,067.04"])
        self.assertEqual(browser.row("Traditional (taxed when withdrawn)"), ["53.14 %", "302,301.01"])
        self.assertEqual(browser.row("Maya Berg"), ["100.00 %", "568,828.07"])
        look("6-overview")

        browser.follow("Accounts", "Accounts")
        self.on_the_day("Accounts")
        self.assertEqual(browser.row("joint_0902"), ["239,978.48", "Joint taxable", "Maya Berg", "10,053.68"])
        self.assertEqual(browser.row("Health Savings Account"), ["26,548.58", "HSA", "Maya Berg", "1,013.36"])
        self.assertEqual(browser.row("Total")[0], "568,828.07")
        look("7-accounts")

        browser.follow("joint_0902", "joint_0902")
        self.on_the_day("joint_0902")
        self.assertEqual(browser.row("VTI"), ["178,966.80", "78,244.80", "540", "331.42", "2026-11-20"])
        lots = browser.rows("VXUS")[1:]
        self.assertEqual(lots, [
            ["2019-02-12", "long", "10,827.00", "3,198.00", "7,629.00", "150"],
            ["2024-03-20", "long", "10,827.00", "1,971.00", "8,856.00", "150"]])
        look("8-account")

        browser.follow("Overview", "Our household")
        browser.press("Confirm the targets")
        browser.sees("The targets are confirmed")
        look("9-confirmed")

        # A later import comes and goes, and leaves the overview as it was.
        before = self.overview()
        browser.follow("Import", "Import")
        browser.drop([statement("harbor-point/HarborPoint_20261120.ofx")])
        browser.is_at("Import these statements?")
        browser.press("Import them")
        browser.sees("Import 3 is in the ledger.")
        self.assertIn("656,978.27 USD", self.overview())
        self.undo(3)
        self.assertEqual(self.overview(), before)

        # And so do the word about the targets, and the first.
        self.undo(2)
        self.undo(1)
        look("10-undone")
        browser.follow("Overview", "Welcome to Hearth")
        look("11-welcome-again")

    def on_the_day(self, heading):
        """The page that is open, as of the statements' day, whatever day it is today."""
        address = self.browser.driver.current_url.split("?")[0]
        self.browser.open(address + "?as-of=2026-11-20", heading)

    def overview(self):
        """What the overview says on the statements' day."""
        self.browser.follow("Overview", "Our household")
        self.on_the_day("Our household")
        return self.browser.text

    def undo(self, number):
        self.browser.follow("Import", "Import")
        self.browser.press("Undo import %d" % number)
        self.assertEqual(self.browser.confirm(), "Take import %d back?" % number)
        self.browser.sees("Import %d is undone" % number)


if __name__ == "__main__":
    unittest.main()
