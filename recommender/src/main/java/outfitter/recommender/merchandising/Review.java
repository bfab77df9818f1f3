package outfitter.recommender.merchandising;

import java.util.List;

/** What a merchandiser should know of some rules: which are at odds, and what single ones miss. */
public record Review(List<Conflicts.Conflict> conflicts, List<Remark> remarks) {
    public Review {
        conflicts = List.copyOf(conflicts);
        remarks = List.copyOf(remarks);
    }
}
