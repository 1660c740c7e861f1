"""A real Chromium without a window, and what a person does with it: look, click, choose, drop, press Tab."""
import json
import os

from selenium import webdriver
from selenium.common.exceptions import StaleElementReferenceException, TimeoutException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.support.select import Select
from selenium.webdriver.support.wait import WebDriverWait

PATIENCE = 30
WIDE = (1280, 900)


class Chromium:
    def __init__(self):
        options = webdriver.ChromeOptions()
        options.binary_location = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        for word in (
            "--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars", "--lang=en-US",
            "--disable-background-networking", "--disable-component-update", "--no-first-run",
            # Whatever asked for another place would find nothing there; the log of requests tells who did.
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
        ):
            options.add_argument(word)
        if os.geteuid() == 0:
            options.add_argument("--no-sandbox")
        driver = os.environ.get("CHROMEDRIVER", "/usr/bin/chromedriver")
        self.driver = webdriver.Chrome(options=options, service=Service(driver))
        self.driver.set_script_timeout(PATIENCE)
        self.size(*WIDE)

    def close(self):
        self.driver.quit()

    # MARK: Looking

    def size(self, width, height, scale=1):
        self.tell("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=scale, mobile=False)

    def scheme(self, name):
        """Light or dark, as the system would ask."""
        self.tell("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": name}])

    def tell(self, command, **parameters):
        return self.driver.execute_cdp_cmd(command, parameters)

    def ask(self, script, *values):
        return self.driver.execute_script("return " + script, *values)

    @property
    def text(self):
        """What a person can read in the page."""
        return self.driver.find_element(By.TAG_NAME, "main").text

    def rows(self, heading):
        """What stands in the table rows of this heading, from left to right."""
        return self.ask(
            """Array.from(document.querySelectorAll('tbody tr'))
                 .filter(row => row.querySelector('th')?.innerText.trim().split('\\n')[0] === arguments[0])
                 .map(row => Array.from(row.querySelectorAll('td'), cell => cell.innerText.trim()))""", heading)

    def row(self, heading):
        """The first of them."""
        rows = self.rows(heading)
        if not rows:
            raise AssertionError("there is no row “%s” in:\n%s" % (heading, self.text))
        return rows[0]

    def is_at(self, heading):
        """Waits for the page of this heading."""
        def stands(driver):
            return [found for found in driver.find_elements(By.TAG_NAME, "h1") if found.text == heading]
        self.wait(stands, "the heading “%s”" % heading)

    def sees(self, words):
        """Waits for words in the page."""
        self.wait(lambda driver: words in self.text, "“%s”" % words)

    def wait(self, condition, what):
        patience = WebDriverWait(self.driver, PATIENCE, ignored_exceptions=[StaleElementReferenceException])
        try:
            patience.until(condition)
        except TimeoutException:
            raise AssertionError("%s did not come; the page says:\n%s" % (what, self.text)) from None

    # MARK: Doing

    def open(self, address, heading):
        self.driver.get(address)
        self.is_at(heading)

    def follow(self, words, heading):
        """Clicks the link with these words."""
        self.driver.find_element(By.LINK_TEXT, words).click()
        self.is_at(heading)

    def press(self, words):
        """Presses the button with these words."""
        buttons = {" ".join(button.text.split()): button for button in self.driver.find_elements(By.TAG_NAME, "button")}
        if words not in buttons:
            raise AssertionError("there is no button “%s” among %s" % (words, list(buttons)))
        buttons[words].click()

    def field(self, label):
        """The field whose label begins with these words."""
        field = self.ask(
            """Array.from(document.querySelectorAll('label'))
                 .find(label => label.innerText.trim().startsWith(arguments[0]))?.control""", label)
        if field is None:
            raise AssertionError("there is no field “%s” in:\n%s" % (label, self.text))
        return field

    def write(self, label, words):
        self.field(label).send_keys(words)

    def choose(self, label, words):
        Select(self.field(label)).select_by_visible_text(words)

    def confirm(self):
        """Says yes to the question that the page asks, and gives the question."""
        alert = WebDriverWait(self.driver, PATIENCE).until(lambda driver: driver.switch_to.alert)
        words = alert.text
        alert.accept()
        return words

    def drop(self, files):
        """Drops files on the form that takes them, as a person's mouse does."""
        place = self.driver.find_element(By.CSS_SELECTOR, "form.drop").rect
        data = {"items": [], "files": files, "dragOperationsMask": 1}
        for kind in ("dragEnter", "dragOver", "drop"):
            self.tell("Input.dispatchDragEvent", type=kind, data=data, x=place["x"] + 20, y=place["y"] + 20)

    def tab(self):
        ActionChains(self.driver, duration=0).send_keys("\ue004").perform()

    # MARK: What happened behind

    def complaints(self):
        """What the console was told since it was last asked."""
        return [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] in ("SEVERE", "WARNING")]

    def requests(self):
        """Every address that was asked for since this was last asked."""
        messages = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        sent = [message["params"] for message in messages if message["method"] == "Network.requestWillBeSent"]
        sockets = [message["params"]["url"] for message in messages if message["method"] == "Network.webSocketCreated"]
        return [request["request"]["url"] for request in sent] + sockets
