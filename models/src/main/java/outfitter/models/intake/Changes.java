package outfitter.models.intake;

import java.util.ArrayList;
import java.util.List;

/** What a batch changed, for the news. */
final class Changes {
    private static final int FEW = 100;

    private boolean catalogue;
    private boolean stock;
    private boolean told;
    private boolean customers;
    private int orders;
    private final List<String> recounted = new ArrayList<>();

    void catalogue() {
        catalogue = true;
    }

    void stock() {
        stock = true;
    }

    /** It became known who somebody is. */
    void customers() {
        customers = true;
    }

    /** There is something to be told to conversations. */
    void toTell() {
        told = true;
    }

    /** The order is new, or counts otherwise than before. */
    void recount(String order) {
        if (orders++ < FEW) recounted.add(order);
    }

    boolean isNothing() {
        return !catalogue && !stock && !told && !customers && orders == 0;
    }

    FactNews news() {
        boolean many = orders > FEW;
        return new FactNews(catalogue, stock, many ? List.of() : recounted, many, told, customers);
    }
}
