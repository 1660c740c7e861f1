"""Every page of the demo household, on the day of its statements."""
import re
import unittest

from checks import Examination
from chromium import Chromium
from served import ServedHousehold

DAY = "?as-of=2026-11-20"


class Demo(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.home = ServedHousehold(is_demo=True)
        cls.addClassCleanup(cls.home.close)
        cls.browser = Chromium()
        cls.addClassCleanup(cls.browser.close)

    def setUp(self):
        self.examination = Examination(self, self.browser, self.home.origin)
        self.browser.open(self.home.opening, "Maya and Jonas Berg")
        self.said = self.home.hearth("allocation", "--household", self.home.household, "--as-of", "2026-11-20")

    def test_the_overview_says_what_the_command_says(self):
        self.browser.open(self.home.origin + "/" + DAY, "Maya and Jonas Berg")
        total = re.search(r"Total +([\d,.]+)", self.said).group(1)
        self.assertIn(total + " USD", self.browser.text)
        weight = re.search(r"International stocks +[\d,.]+ +(\S+ %)", self.said).group(1)
        self.assertEqual(self.browser.row("International stocks")[0], weight)
        self.examination.look("demo-overview")

    def test_every_account(self):
        self.browser.open(self.home.origin + "/accounts" + DAY, "Accounts")
        self.examination.look("demo-accounts")
        links = self.browser.ask("Array.from(document.querySelectorAll('tbody th a'), link => [link.innerText, link.href])")
        self.assertEqual(len(links), 8)
        for name, address in links:
            self.browser.open(address + DAY, name)
            value = self.browser.row("Total")[0]
            self.assertIn(value + " USD", self.browser.text)
            self.examination.background(name, 200)
            self.examination.no_violation(name, "light")
        self.browser.open(self.home.origin + "/accounts/joint" + DAY, "Joint brokerage")
        self.examination.look("demo-account")

    def test_every_page_of_the_navigation(self):
        pages = self.browser.ask("Array.from(document.querySelectorAll('.top nav a'), link => [link.innerText, link.href])")
        for title, address in pages[2:]:
            with self.subTest(title):
                self.browser.driver.get(address + DAY)
                self.assertEqual(self.browser.ask("document.querySelectorAll('.top nav a[aria-current]').length"), 1)
                self.examination.look("demo-" + title.lower())

    def test_the_imports(self):
        self.browser.open(self.home.origin + "/import", "Import")
        self.assertIn("ElmStreet-44710902.qfx", self.browser.text)

    def test_the_same_statements_again(self):
        self.browser.open(self.home.origin + "/import", "Import")
        self.browser.drop([self.home.household + "/statements/elm-street/ElmStreet-44710902.qfx"])
        self.browser.is_at("Import these statements?")
        self.assertEqual(self.browser.row("ElmStreet-44710902.qfx"), ["32", "0", "32", "0"])
        self.browser.driver.find_element("tag name", "summary").click()
        self.examination.look("demo-plan-again")
        self.browser.press("Leave them")
        self.browser.is_at("Import")

    def test_what_is_not_there(self):
        self.browser.open(self.home.origin + "/nowhere", "Not found")
        self.examination.look("demo-not-found", status=404)

    def test_a_stranger_sees_nothing(self):
        self.browser.driver.delete_all_cookies()
        self.browser.driver.get(self.home.origin + "/")
        self.assertNotIn("Berg", self.browser.driver.page_source)
        self.assertIn("Open the address", self.browser.text)
        self.examination.look("demo-stranger", status=403)


class ReadOnly(unittest.TestCase):
    def test_nothing_can_be_changed(self):
        home = ServedHousehold(is_demo=True, options=["--read-only"])
        self.addCleanup(home.close)
        browser = Chromium()
        self.addCleanup(browser.close)
        browser.open(home.opening, "Maya and Jonas Berg")
        browser.follow("Import", "Import")
        self.assertEqual(browser.ask("document.querySelectorAll('form, button').length"), 0)
        Examination(self, browser, home.origin).look("read-only")


if __name__ == "__main__":
    unittest.main()
