package outfitter.assist.briefing;

import java.util.Map;
import java.util.Optional;
import outfitter.models.conversation.EntryBody;
import outfitter.models.conversation.Episode;
import outfitter.models.conversation.Problem;

/** What an agent should do first. */
final class NextStep {
    private static final Map<String, String> BY_PROBLEM = Map.of(
            "damaged", "say sorry, and offer a replacement or the money back",
            "wrong-item", "say sorry, send the right one, and have the other collected",
            "late", "look where the parcel is, and promise a day or send another",
            "missing", "ask the carrier, and send what is missing");
    private static final Map<String, String> BY_REASON = Map.of(
            "asked", "They asked for a person: greet them, and take it from their last words",
            "not-understood", "The bot did not understand: ask in your own words what is meant",
            "not-allowed", "The bot understood but does not settle this: do what the headline names",
            "failed", "The bot could not go on: answer their last words");

    private NextStep() {}

    static String of(Matter matter) {
        Optional<Episode> open = matter.state().openEpisode();
        if (open.isEmpty()) return "Nothing is open; write only to reach out";
        Optional<Problem> problem = matter.state().problems().stream().findFirst();
        if (problem.isPresent()) return forProblem(matter, problem.get());
        if (isAway(matter)) return "They left an address and are gone: answer there";
        String reason = open.get().reason();
        return Optional.ofNullable(reason).map(BY_REASON::get).orElse("Answer their last words");
    }

    private static String forProblem(Matter matter, Problem problem) {
        String first = knowsTheOrder(matter, problem) ? "" : "ask which order it is, ";
        String sentence = first + BY_PROBLEM.getOrDefault(problem.kind(), "put it right before anything else");
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }

    private static boolean knowsTheOrder(Matter matter, Problem problem) {
        return problem.order() != null
                || matter.state().understood().containsKey("order")
                || problem.kind().equals("other");
    }

    private static boolean isAway(Matter matter) {
        return matter.state().contact() != null
                && matter.last(EntryBody.ContactLeft.class).isPresent()
                && matter.last(EntryBody.AgentMessage.class).isEmpty();
    }
}
