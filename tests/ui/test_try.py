from tests.helpers.layout import findings
from ui.screenshots import screens
def test_x(balie, qtbot):
    for s in ((1366,768),(1024,700)):
        balie.window.resize(*s)
        for sc in (100,150):
            balie.appearance.set_scale(sc)
            for n, f in screens(balie.window).items():
                f()
                qtbot.waitUntil(lambda: True)
                from PySide6.QtWidgets import QApplication
                QApplication.sendPostedEvents()
                print(s, sc, n)
                for x in findings(balie.window): print("    ", x)
                balie.window.grab().save(f"/tmp/try-{n}-{s[0]}-{sc}.png")
            balie.window.hide_names()
