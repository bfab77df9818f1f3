package outfitter.assist.briefing;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outfitter.models.conversation.ConversationState;
import outfitter.models.conversation.Entry;
import outfitter.models.conversation.EntryBody;
import outfitter.models.conversation.Episode;
import outfitter.models.conversation.Problem;
import outfitter.models.conversation.Proof;
import outfitter.models.customer.Customer;

/** Writes briefings. Pure. */
public final class Briefer {
    private static final int WORDS = 160;
    private static final int TRIES = 4;
    /** A longer value that stands in the headline word by word is not told twice. */
    private static final int SLOT = 20;

    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final List<String> SEVERITIES = List.of("small", "serious", "grave");

    private Briefer() {}

    /**
     * The briefing on what {@code recent} leads up to.
     *
     * @param recent the conversation's newest entries, oldest first; those before the present episode are passed over
     */
    public static Briefing brief(Customer customer, ConversationState state, List<Entry> recent) {
        Matter matter = Matter.of(customer, state, recent);
        List<Briefing.Line> lines = new ArrayList<>();
        lines.add(who(matter));
        lines.addAll(proven(matter));
        words(matter).ifPresent(lines::add);
        lines.addAll(given(matter));
        lines.addAll(tried(matter));
        problems(matter).forEach(lines::add);
        contact(matter).ifPresent(lines::add);
        note(matter).ifPresent(lines::add);
        return new Briefing(wants(matter), lines, NextStep.of(matter));
    }

    private static String wants(Matter matter) {
        return matter.state()
                .openEpisode()
                .map(Episode::headline)
                .filter(headline -> !headline.isBlank())
                .or(() -> matter.last(EntryBody.CustomerMessage.class)
                        .map(said -> shorten(said.body().text())))
                .orElse("Nothing was said yet");
    }

    private static Briefing.Line who(Matter matter) {
        Customer customer = matter.customer();
        if (customer.externalId() == null) {
            String name = customer.name() == null ? "A visitor" : customer.name() + ", a visitor";
            return new Briefing.Line("Who", name + " the shop does not know yet", null);
        }
        String tier = customer.tier().equals("standard") ? "" : ", " + customer.tier();
        String since = ", customer since " + MONTH.format(customer.createdAt());
        return new Briefing.Line("Who", Objects.requireNonNullElse(customer.name(), "A customer") + tier + since, null);
    }

    private static List<Briefing.Line> proven(Matter matter) {
        List<Proof> proofs = matter.state().proofs();
        if (proofs.isEmpty()) {
            return List.of(new Briefing.Line("Proof", "Nothing is proven: tell no facts of orders yet", null));
        }
        return proofs.stream()
                .map(proof -> new Briefing.Line(
                        "Proof", describe(proof), matter.provedAt(proof).orElse(null)))
                .toList();
    }

    /** What a proof shows, for staff. */
    public static String describe(Proof proof) {
        return switch (proof.kind()) {
            case SIGNED_IDENTITY -> "Signed in at the shop";
            case VERIFIED_ADDRESS -> "The channel vouches for the address";
            case ORDER -> "Proved order " + proof.order() + ", and that order only";
        };
    }

    private static Optional<Briefing.Line> words(Matter matter) {
        return matter.last(EntryBody.CustomerMessage.class)
                .map(said -> new Briefing.Line(
                        "Last words", "“" + shorten(said.body().text()) + "”", said.seq()));
    }

    private static List<Briefing.Line> given(Matter matter) {
        String wants = wants(matter);
        return matter.state().understood().entrySet().stream()
                .filter(slot ->
                        !wants.contains(slot.getValue()) || slot.getValue().length() < SLOT)
                .sorted(Map.Entry.comparingByKey())
                .map(slot -> new Briefing.Line(
                        "Already given", spoken(slot.getKey()) + ": " + slot.getValue(), slotSeq(matter, slot)))
                .toList();
    }

    private static @Nullable Long slotSeq(Matter matter, Map.Entry<String, String> slot) {
        return matter.all(EntryBody.BotTrace.class).stream()
                .filter(trace -> slot.getValue().equals(trace.body().slots().get(slot.getKey())))
                .map(trace -> trace.body().answers().stream().findFirst().orElse(trace.seq()))
                .findFirst()
                .orElse(null);
    }

    /** What the bot did, the newest last; the same thing several times in a row is one line. */
    private static List<Briefing.Line> tried(Matter matter) {
        List<Briefing.Line> lines = new ArrayList<>();
        String before = "";
        int times = 0;
        for (Matter.Said<EntryBody.BotTrace> trace : matter.all(EntryBody.BotTrace.class)) {
            String did = describe(trace.body());
            times = did.equals(before) ? times + 1 : 1;
            if (times > 1) lines.remove(lines.size() - 1);
            lines.add(new Briefing.Line("Bot", times > 1 ? did + ", " + times + " times" : did, trace.seq()));
            before = did;
        }
        return lines.subList(Math.max(0, lines.size() - TRIES), lines.size());
    }

    private static String describe(EntryBody.BotTrace trace) {
        String about = trace.routine() == null ? "" : spoken(trace.routine());
        if (trace.decision().startsWith("ask")) return about.isEmpty() ? "Asked what is meant" : "Asked back: " + about;
        if (trace.decision().startsWith("escalate")) return about.isEmpty() ? "Handed over" : "Handed over: " + about;
        return about.isEmpty() ? "Answered" : "Answered: " + about;
    }

    private static List<Briefing.Line> problems(Matter matter) {
        return matter.state().problems().stream()
                .map(problem -> new Briefing.Line("Problem", describe(problem), problem.seq()))
                .toList();
    }

    private static String describe(Problem problem) {
        String order = problem.order() == null ? "" : ", order " + problem.order();
        return problem.title() + " (" + SEVERITIES.get(problem.severity() - 1) + order + ")";
    }

    private static Optional<Briefing.Line> contact(Matter matter) {
        String contact = matter.state().contact();
        if (contact == null) return Optional.empty();
        return Optional.of(new Briefing.Line(
                "Answer to",
                contact.substring(contact.indexOf(':') + 1),
                matter.last(EntryBody.ContactLeft.class).map(Matter.Said::seq).orElse(null)));
    }

    private static Optional<Briefing.Line> note(Matter matter) {
        return matter.last(EntryBody.Note.class)
                .map(note -> new Briefing.Line(
                        "Note", note.body().agent() + ": " + shorten(note.body().text()), note.seq()));
    }

    /** 'order-status' as one says it. */
    private static String spoken(String code) {
        return code.replace('-', ' ');
    }

    private static String shorten(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= WORDS ? line : line.substring(0, WORDS - 1).stripTrailing() + "…";
    }
}
