package outfitter.server.intake.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Finds out how a text is encoded, by all of its bytes: a mark at the beginning, UTF-16 by its noughts, UTF-8 when its
 * rules hold (nearly) everywhere, else Windows-1252, of which Latin-1 is a part.
 */
final class Encodings {
    static final Charset WINDOWS = Charset.forName("windows-1252");

    /** So many right sequences for a wrong one are a UTF-8 file with an accident in it, not chance. */
    private static final int ACCIDENT = 10;

    private static final int LOOKED_AT = 4096;

    private long right;
    private long wrong;
    private int missing;

    private Encodings() {}

    static Charset of(InputStream bytes) throws IOException {
        byte[] head = bytes.readNBytes(LOOKED_AT);
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) return StandardCharsets.UTF_8;
        if (startsWith(head, 0xFF, 0xFE)) return StandardCharsets.UTF_16LE;
        if (startsWith(head, 0xFE, 0xFF)) return StandardCharsets.UTF_16BE;
        int even = noughts(head, 0);
        int odd = noughts(head, 1);
        if (odd > head.length / 4 && odd > 4 * even) return StandardCharsets.UTF_16LE;
        if (even > head.length / 4 && even > 4 * odd) return StandardCharsets.UTF_16BE;
        if (even + odd > 0) throw new BadTable("is not text: it contains NUL bytes");
        return new Encodings().judge(head, bytes);
    }

    private Charset judge(byte[] head, InputStream rest) throws IOException {
        count(head, head.length);
        byte[] buffer = new byte[1 << 16];
        for (int read = rest.read(buffer); read > 0; read = rest.read(buffer)) count(buffer, read);
        if (missing > 0) wrong++;
        return wrong == 0 || right > ACCIDENT * wrong ? StandardCharsets.UTF_8 : WINDOWS;
    }

    private void count(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            int each = bytes[i];
            if (each >= 0) {
                if (missing > 0) wrong++;
                missing = 0;
            } else if ((each & 0xC0) == 0x80) {
                if (missing == 0) wrong++;
                else if (--missing == 0) right++;
            } else {
                if (missing > 0) wrong++;
                missing = (each & 0xE0) == 0xC0 ? 1 : (each & 0xF0) == 0xE0 ? 2 : (each & 0xF8) == 0xF0 ? 3 : 0;
                if (missing == 0) wrong++;
            }
        }
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) return false;
        for (int i = 0; i < mark.length; i++) if ((bytes[i] & 0xFF) != mark[i]) return false;
        return true;
    }

    private static int noughts(byte[] bytes, int from) {
        int count = 0;
        for (int i = from; i < bytes.length; i += 2) if (bytes[i] == 0) count++;
        return count;
    }
}
