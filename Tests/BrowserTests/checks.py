"""What must hold on every page, whatever it shows."""
import base64
import os
import re

from chromium import WIDE
from served import ROOT

PICTURES = os.path.join(ROOT, ".build", "web-test")
AXE = os.path.join(os.environ.get("WEB_TEST", os.path.join(ROOT, ".deps", "web")), "axe.min.js")
PHONE = (390, 844)
# 200 % of zoom leave half of the width, in twice the pixels.
ZOOMED = (WIDE[0] // 2, WIDE[1] // 2)

# Everything that the keyboard must reach and that can be seen; of a group of radio buttons it is the chosen one.
CONTROLS = """Array.from(document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]'))
  .filter(it => it.type !== 'hidden' && !it.disabled && it.tabIndex >= 0 && it.checkVisibility())
  .filter(it => it.type !== 'radio' || it.checked || !document.querySelector(`input[name="${it.name}"]:checked`))"""

FOCUSED = """(() => {
  const it = document.activeElement;
  if (!it || it === document.body || it === document.documentElement) return null;
  const style = getComputedStyle(it), place = it.getBoundingClientRect();
  const isRinged = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  const isInView = place.bottom > 0 && place.right > 0 && place.top < innerHeight && place.left < innerWidth;
  return {number: %s.indexOf(it), isVisible: isRinged && isInView && place.width > 1, words: it.outerHTML.slice(0, 120)};
})()""" % CONTROLS

# Text that is cut off without a way to scroll to it; what is for screen readers alone is meant to be unseen.
CUT = """Array.from(document.querySelectorAll('body *'))
  .filter(it => it.checkVisibility() && !it.closest('.unseen, .skip, select') && it.clientWidth > 0)
  .filter(it => ['hidden', 'clip'].includes(getComputedStyle(it).overflowX) && it.scrollWidth > it.clientWidth + 1)
  .map(it => it.outerHTML.slice(0, 120))"""


class Examination:
    """Examines each page in every look, and leaves pictures for a person."""

    def __init__(self, case, browser, origin):
        self.case, self.browser, self.origin = case, browser, origin
        with open(AXE, encoding="utf-8") as file:
            self.axe = file.read()
        os.makedirs(PICTURES, exist_ok=True)

    def look(self, name, status=200):
        """Everything about the page that is open; its pictures bear the name."""
        with self.case.subTest(page=name):
            self.background(name, status)
            self.no_violation(name, "light")
            self.keyboard(name)
            words = self.words()
            self.picture(name, "light")
            self.browser.scheme("dark")
            self.no_violation(name, "dark")
            self.picture(name, "dark")
            self.browser.scheme("light")
            self.browser.size(*ZOOMED, scale=2)
            self.fits(name, "at 200 %")
            self.case.assertEqual(words - self.words(), set(), "%s: words are lost at 200 %%" % name)
            self.browser.size(*PHONE, scale=2)
            self.fits(name, "on a phone")
            self.no_violation(name, "phone")
            self.picture(name, "phone")
        self.browser.scheme("light")
        self.browser.size(*WIDE)

    def background(self, name, status):
        """Nothing is asked of another place, and the console is silent."""
        asked = self.browser.requests()
        self.case.assertTrue(asked, "%s: no request was logged" % name)
        elsewhere = [url for url in asked if not url.startswith((self.origin + "/", "data:"))]
        self.case.assertEqual(elsewhere, [], "%s asks elsewhere" % name)
        complaints = self.browser.complaints()
        if status != 200:
            complaints = [words for words in complaints if "a status of %d" % status not in words]
        self.case.assertEqual(complaints, [], "%s: the console" % name)

    def no_violation(self, name, look):
        self.browser.driver.execute_script(self.axe)
        found = self.browser.driver.execute_async_script(
            "const done = arguments[0]; axe.run({preload: false, resultTypes: ['violations']}).then(done, done);")
        self.case.assertIn("violations", found, "axe: %s" % found)
        violations = [
            "%s: %s %s" % (violation["id"], violation["help"], [node["html"][:200] for node in violation["nodes"]])
            for violation in found["violations"]]
        self.case.assertEqual(violations, [], "%s, %s" % (name, look))

    def keyboard(self, name):
        """Tab comes by every control, in the order of the page, and its focus can be seen."""
        count = self.browser.ask(CONTROLS + ".length")
        # From the page's start, wherever the last click has been.
        self.browser.ask("(document.body.tabIndex = -1, document.body.focus(), document.body.removeAttribute('tabindex'))")
        reached = []
        for _ in range(count):
            self.browser.tab()
            focused = self.browser.ask(FOCUSED)
            self.case.assertIsNotNone(focused, "%s: Tab left the page after %s" % (name, reached))
            self.case.assertTrue(focused["isVisible"], "%s: the focus is not seen on %s" % (name, focused["words"]))
            reached.append(focused["number"])
        self.case.assertEqual(reached, list(range(count)), "%s: the order of Tab" % name)
        self.browser.ask("document.activeElement.blur()")

    def fits(self, name, where):
        wide, room = self.browser.ask("[document.documentElement.scrollWidth, innerWidth]")
        self.case.assertLessEqual(wide, room, "%s scrolls sideways %s" % (name, where))
        self.case.assertEqual(self.browser.ask(CUT), [], "%s: cut off %s" % (name, where))

    def words(self):
        """Every word and number that can be seen; a column may become a note, so its heading may go."""
        seen = self.browser.ask(
            """Array.from(document.querySelectorAll('main *'))
                 .filter(it => it.checkVisibility() && !it.closest('thead'))
                 .flatMap(it => Array.from(it.childNodes).filter(node => node.nodeType === 3).map(node => node.data))""")
        return set(re.findall(r"\S+", " ".join(seen)))

    def picture(self, name, look):
        size = self.browser.tell("Page.getLayoutMetrics")["cssContentSize"]
        clip = dict(x=0, y=0, width=size["width"], height=size["height"], scale=1)
        shot = self.browser.tell("Page.captureScreenshot", captureBeyondViewport=True, clip=clip)
        with open(os.path.join(PICTURES, "%s-%s.png" % (name, look)), "wb") as file:
            file.write(base64.b64decode(shot["data"]))
