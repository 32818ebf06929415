package io.pumasentinel.cli.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A headless browser with a profile of its own that calls nobody, until closed.
 *
 * <p>What the pages in it ask for and complain about is kept: see {@link #traffic()} and {@link
 * #complaints()}.
 */
public final class Browser implements AutoCloseable {

    private static final long PATIENCE_MILLIS = 20_000;
    private static final long POLL_MILLIS = 20;
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts it; where this machine has none, the test is skipped or, in CI, fails. */
    public static Browser start(Path profile) {
        Installed installed = Installed.find();
        SELENIUM.setLevel(Level.SEVERE);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(installed.browser().toString());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic");
        options.addArguments("--disable-dev-shm-usage", "--disable-component-update");
        options.addArguments("--no-first-run", "--disable-sync", "--disable-background-networking");
        options.addArguments("--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");
        options.addArguments("--lang=en-US", "--force-color-profile=srgb");
        options.addArguments("--user-data-dir=" + profile);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        ChromeDriverService service =
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(installed.driver().toFile())
                        .usingAnyFreePort()
                        .withSilent(true)
                        .withTimeout(Duration.ofSeconds(60))
                        .build();
        Browser browser = new Browser(new ChromeDriver(service, options));
        browser.open("about:blank");
        browser.forget();
        return browser;
    }

    /** Forgets what pages asked for and complained about so far; the first tab does too. */
    public void forget() {
        traffic();
        complaints();
    }

    /** Opens an address anew, even where only its fragment differs from the present one. */
    public void open(String address) {
        driver.get("about:blank");
        driver.get(address);
    }

    /** Goes one page back in the history. */
    public void back() {
        driver.navigate().back();
    }

    /** The size in CSS pixels, and the system's colours: {@code light} or {@code dark}. */
    public void look(int width, int height, String colours) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        media("", colours);
    }

    /** Shows the page as it would be printed ({@code print}), or as on a screen (empty). */
    public void media(String medium, String colours) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "media",
                        medium,
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", colours))));
    }

    /** What a script's {@code return} gives. */
    public @Nullable Object js(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** A number that a script returns. */
    public long number(String script, Object... arguments) {
        return js(script, arguments) instanceof Number number ? number.longValue() : Long.MIN_VALUE;
    }

    /** Texts that a script returns. */
    public List<String> texts(String script, Object... arguments) {
        return js(script, arguments) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** Waits until a script returns true. */
    public void await(String condition) {
        long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (!Boolean.TRUE.equals(js("return " + condition))) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("never true: " + condition + "; " + complaints());
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Presses keys, wherever the focus is. */
    public void press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** Clicks the first element that a CSS selector finds. */
    public void click(String selector) {
        WebElement element = driver.findElement(By.cssSelector(selector));
        js("arguments[0].scrollIntoView({block: 'center'})", element);
        element.click();
    }

    /** Drags over an element, from and to shares of its width. */
    public void drag(String selector, double from, double to) {
        WebElement element = driver.findElement(By.cssSelector(selector));
        js("arguments[0].scrollIntoView({block: 'center'})", element);
        int width = element.getSize().getWidth();
        new Actions(driver)
                .moveToElement(element, (int) (width * (from - 0.5)), 0)
                .clickAndHold()
                .moveToElement(element, (int) (width * (to - 0.5)), 0)
                .release()
                .perform();
    }

    /** What the console said since the last call, of every level. */
    public List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(entry -> entry.getLevel() + " " + entry.getMessage())
                .toList();
    }

    /** What the pages asked the network for since the last call. */
    public Traffic traffic() {
        return Traffic.of(
                driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                        .map(entry -> entry.getMessage())
                        .toList());
    }

    /** Writes what is seen as PNG. */
    public void picture(Path file) throws IOException {
        Object data = driver.executeCdpCommand("Page.captureScreenshot", Map.of()).get("data");
        Files.write(file, Base64.getDecoder().decode(String.valueOf(data)));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
