package outfitter.server.intake.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/**
 * What a look at the whole file found out.
 *
 * @param rows how many there are below the header
 * @param scattered orders or products whose rows do not stand together
 */
public record Survey(
        Source source,
        Kind kind,
        Format format,
        Charset charset,
        char separator,
        Header header,
        Habits habits,
        long rows,
        Scattered scattered) {
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');
    private static final int GLANCE = 1 << 16;
    private static final char MARK = '\uFEFF';

    /**
     * Looks at all of it.
     *
     * @param format null to find out
     * @param currency of amounts that name none
     * @param passed hears how many bytes of the file were read so far
     * @throws BadTable when it is no such table
     */
    public static Survey of(
            Source source, Kind kind, Optional<Format> format, String currency, Instant now, LongConsumer passed)
            throws IOException {
        return Source.checked(() -> {
            Charset charset;
            try (InputStream bytes = source.open(passed)) {
                charset = Encodings.of(bytes);
            }
            char separator = separator(source, charset, kind, format, now);
            try (Reader text = text(source, charset, passed)) {
                Rows rows = new Rows(text, separator);
                Header header = header(rows).orElseThrow(() -> new BadTable("is empty"));
                Format found = format.orElseGet(() -> format(kind, header, now));
                Layout layout = layout(kind, found, now);
                check(header, layout);
                return look(source, kind, found, charset, separator, header, layout, currency, now, rows);
            }
        });
    }

    /** Whether {@code code} is an ISO 4217 currency. */
    public static boolean isCurrency(String code) {
        return Habits.isCurrency(code);
    }

    /** Throws {@link BadTable} when the columns are not those of {@code kind}; quick, as it reads the header only. */
    public static void check(Source source, Kind kind, Optional<Format> format) throws IOException {
        Source.checked(() -> {
            Charset charset;
            try (InputStream bytes = source.open(passed -> {})) {
                charset = Encodings.of(new ByteArrayInputStream(bytes.readNBytes(GLANCE)));
            }
            char separator = separator(source, charset, kind, format, Instant.EPOCH);
            try (Reader text = text(source, charset, passed -> {})) {
                Header header = header(new Rows(text, separator)).orElseThrow(() -> new BadTable("is empty"));
                check(header, layout(kind, format.orElseGet(() -> format(kind, header, Instant.EPOCH)), Instant.EPOCH));
            }
            return true;
        });
    }

    /** What a file tells of, by its columns. Throws {@link BadTable} when they are of none of ours. */
    public static Kind kindOf(Source source) throws IOException {
        return Source.checked(() -> {
            Charset charset;
            try (InputStream bytes = source.open(passed -> {})) {
                charset = Encodings.of(new ByteArrayInputStream(bytes.readNBytes(GLANCE)));
            }
            for (Kind kind : List.of(Kind.ORDERS, Kind.PRODUCTS, Kind.CUSTOMERS)) {
                char separator = separator(source, charset, kind, Optional.empty(), Instant.EPOCH);
                try (Reader text = text(source, charset, passed -> {})) {
                    Header header = header(new Rows(text, separator)).orElseThrow(() -> new BadTable("is empty"));
                    Layout layout = layout(kind, format(kind, header, Instant.EPOCH), Instant.EPOCH);
                    if (header.missing(layout.needed()).isEmpty()) return kind;
                }
            }
            throw new BadTable("has neither the columns of products nor those of orders or customers");
        });
    }

    /** In what way it was read, in words for the file's owner. */
    public String words() {
        String between = separator == '\t' ? "tabs" : "\"" + separator + "\"";
        String words = format.code() + " " + kind.code() + ", " + charset.name() + ", " + between + " between fields, "
                + "decimal " + (habits.amounts().isComma() ? "comma" : "point")
                + (habits.amounts().isAssumed() ? " (assumed)" : "") + ", amounts without a currency in "
                + habits.currency();
        String dates = habits.dates().words();
        return dates.isEmpty() ? words : words + ", the date " + dates;
    }

    /** The layout with which to read it; a new one each time. */
    Layout layout(Instant now) {
        return layout(kind, format, now);
    }

    /** The rows below the header, from the beginning. Close the reader. */
    Reader open(LongConsumer passed) throws IOException {
        return text(source, charset, passed);
    }

    /** Skips what stands above the rows. */
    static Optional<Header> header(Rows rows) throws IOException {
        Optional<Row> first = rows.next();
        if (first.isPresent()
                && first.get().fields().get(0).toLowerCase(Locale.ROOT).startsWith("sep=")) {
            first = rows.next();
        }
        if (first.isPresent() && Rows.isCut(first.get())) {
            throw new BadTable("line " + first.get().line() + ": " + first.get().broken());
        }
        return first.map(row -> new Header(row.fields()));
    }

    private static Survey look(
            Source source,
            Kind kind,
            Format format,
            Charset charset,
            char separator,
            Header header,
            Layout layout,
            String currency,
            Instant now,
            Rows rows)
            throws IOException {
        Habits habits = new Habits(new Dates(now), new Amounts(), currency);
        Ended ended = new Ended();
        Scattered scattered = new Scattered();
        String last = "";
        long count = 0;
        for (Optional<Row> next = rows.next(); next.isPresent(); next = rows.next()) {
            Row row = next.get();
            count++;
            if (row.broken() != null) continue;
            Fields fields = new Fields(row, header, habits);
            for (Column each : layout.dates()) habits.dates().look(fields.text(each));
            for (Column each : layout.amounts()) habits.amounts().look(fields.text(each));
            String key = keyOf(layout, fields, last);
            if (key.equals(last)) continue;
            if (!last.isEmpty()) ended.add(last);
            if (ended.has(key)) scattered.add(key);
            last = key;
        }
        return new Survey(source, kind, format, charset, separator, header, habits, count, scattered);
    }

    /** What the row belongs to, {@code last} when it says nothing. */
    static String keyOf(Layout layout, Fields fields, String last) {
        try {
            String key = layout.key(fields);
            return key.isEmpty() ? last : key;
        } catch (BadRow e) {
            return last;
        }
    }

    private static char separator(Source source, Charset charset, Kind kind, Optional<Format> format, Instant now)
            throws IOException {
        char best = ',';
        int most = -1;
        for (char each : SEPARATORS) {
            try (Reader text = text(source, charset, passed -> {})) {
                Optional<Header> header = header(new Rows(text, each));
                int known = header.map(names -> known(names, kind, format, now)).orElse(0);
                if (known > most) {
                    most = known;
                    best = each;
                }
            }
        }
        return best;
    }

    /** How many of the needed columns one would find, in the format that has most; then by how many fields. */
    private static int known(Header header, Kind kind, Optional<Format> format, Instant now) {
        return Arrays.stream(Format.values())
                                .filter(each -> format.isEmpty() || format.get() == each)
                                .mapToInt(each -> {
                                    List<Column> needed =
                                            layout(kind, each, now).needed();
                                    return needed.size()
                                            - header.missing(needed).size();
                                })
                                .max()
                                .orElse(0)
                        * 1_000
                + Math.min(header.size(), 999);
    }

    private static Format format(Kind kind, Header header, Instant now) {
        return layout(kind, Format.SHOPIFY, now).isOf(header) ? Format.SHOPIFY : Format.PLAIN;
    }

    private static void check(Header header, Layout layout) {
        List<String> missing = header.missing(layout.needed());
        if (missing.isEmpty()) return;
        String found = header.names().stream().limit(40).collect(Collectors.joining(", "));
        throw new BadTable("line 1: missing " + (missing.size() == 1 ? "column " : "columns ")
                + String.join(", ", missing) + " (found: " + found.substring(0, Math.min(found.length(), 600)) + ")");
    }

    private static Layout layout(Kind kind, Format format, Instant now) {
        return switch (kind) {
            case PRODUCTS -> new ProductRows(format);
            case ORDERS -> format == Format.SHOPIFY ? new ShopifyOrders(now) : new PlainOrders();
            case CUSTOMERS -> new CustomerRows(format);
        };
    }

    private static Reader text(Source source, Charset charset, LongConsumer passed) throws IOException {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        InputStreamReader reader = new InputStreamReader(source.open(passed), decoder);
        PushbackReader text = new PushbackReader(reader, 1);
        int first = text.read();
        if (first >= 0 && first != MARK) text.unread(first);
        return text;
    }
}
