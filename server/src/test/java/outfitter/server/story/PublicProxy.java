package outfitter.server.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import outfitter.server.channel.PublicPackages;

/** A public reverse proxy before a server of ours, in a process of its own, with a certificate that it signed itself. */
final class PublicProxy implements AutoCloseable {
    private static final Path SOURCE = Path.of("src/test/node/proxy");
    private static final Path HOME = Path.of("target/node/proxy");
    private static final Path LOG = Path.of("target/node/proxy.log");
    private static final String PASSWORD = "changeit";

    private final Process process;
    private final String url;

    private PublicProxy(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    static PublicProxy before(String server) throws IOException, InterruptedException {
        PublicPackages.install(SOURCE, HOME, LOG);
        Path keystore = certificate();
        Process process = new ProcessBuilder("node", "peer.mjs", server, keystore.toString(), PASSWORD)
                .directory(HOME.toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(LOG.toFile()))
                .start();
        String url = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)).readLine();
        if (url == null) throw new IOException("the proxy does not start: " + Files.readString(LOG));
        return new PublicProxy(process, url);
    }

    /** Where browsers find the server through it, 'https://localhost:4711'. */
    String url() {
        return url;
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.onExit().orTimeout(10, SECONDS).join();
    }

    private static Path certificate() throws IOException, InterruptedException {
        Path keystore = HOME.resolve("localhost.p12").toAbsolutePath();
        if (Files.exists(keystore)) return keystore;
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "localhost",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-validity",
                        "3650",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keystore.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()))
                .start();
        if (keytool.waitFor() != 0) throw new IOException("no certificate: " + Files.readString(LOG));
        return keystore;
    }
}
