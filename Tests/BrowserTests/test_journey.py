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

        browser.follow("Accounts", "Something is to be mended")
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


if __name__ == "__main__":
    unittest.main()
