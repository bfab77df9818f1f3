package outfitter.server.studio.training;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import outfitter.bot.training.Figures;
import outfitter.bot.training.Gate;
import outfitter.bot.training.Verdict;
import outfitter.models.json.Json;
import outfitter.models.language.HeardUtterances;
import outfitter.models.language.LanguageVersion;
import outfitter.models.language.TrainingJob;

/** What the training room says about models. */
final class Models {
    private Models() {}

    /**
     * How things stand.
     *
     * @param live what is read with; null while it is being judged for the first time
     * @param fresh corrections made since it was trained
     * @param otherBuild whether what was live was trained for another build, so that the build's own is read with
     * @param bounds what a model must reach whatever the live one does
     * @param misread what customers wrote and was corrected, by what was taken for what
     */
    record Overview(
            @Nullable Version live,
            long fresh,
            boolean otherBuild,
            @Nullable Job job,
            List<Version> versions,
            List<Gate.Bound> bounds,
            List<HeardUtterances.Misread> misread) {}

    enum State {
        @JsonProperty("live")
        LIVE,
        /** Was live, or could be. */
        @JsonProperty("past")
        PAST,
        @JsonProperty("refused")
        REFUSED,
        /** Was trained for another build, or is not kept any more. */
        @JsonProperty("gone")
        GONE
    }

    /**
     * A model.
     *
     * @param ofBuild whether it came with the build and was not trained here
     * @param by who trained it
     * @param lessons how many corrections it was trained with
     * @param verdict null for the build's own
     */
    record Version(
            long id,
            State state,
            boolean ofBuild,
            String at,
            @Nullable String by,
            int lessons,
            double seconds,
            Figures figures,
            @Nullable Verdict verdict) {
        static Version of(LanguageVersion version, @Nullable Long reading, String build) {
            JsonNode verdict = version.verdict();
            return new Version(
                    version.id(),
                    state(version, reading, build),
                    version.ofBuild(),
                    version.trainedAt().toString(),
                    version.by(),
                    version.lessons(),
                    version.seconds(),
                    Json.fromTree(version.figures(), Figures.class),
                    verdict == null ? null : Json.fromTree(verdict, Verdict.class));
        }

        private static State state(LanguageVersion version, @Nullable Long reading, String build) {
            if (reading != null && reading == version.id()) return State.LIVE;
            if (version.refused()) return State.REFUSED;
            boolean toBeHad = version.build().equals(build) && (version.ofBuild() || version.isKept());
            return toBeHad ? State.PAST : State.GONE;
        }
    }

    /**
     * A training under way, or the last one.
     *
     * @param state 'running', 'done' or 'failed'
     * @param stage 'corrections', 'training', 'judging' or 'deciding'
     * @param share how much of the stage is done, from 0 to 1
     * @param version what came of it
     */
    record Job(
            String id,
            String state,
            String stage,
            double share,
            String startedAt,
            @Nullable String by,
            @Nullable Long version,
            @Nullable String problem) {
        static Job of(TrainingJob job, boolean underWay) {
            String problem = job.problem();
            boolean brokeOff = !underWay && job.finishedAt() == null;
            return new Job(
                    job.id().toString(),
                    underWay ? "running" : brokeOff || problem != null ? "failed" : "done",
                    job.stage(),
                    job.share(),
                    job.startedAt().toString(),
                    job.by(),
                    job.version(),
                    brokeOff ? "The server stopped during the training; the live model stays. Try again." : problem);
        }
    }

    /** @param job null when nothing was ever trained */
    record Latest(@Nullable Job job) {}
}
