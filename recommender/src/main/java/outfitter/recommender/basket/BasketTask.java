package outfitter.recommender.basket;

/** What is asked of the order log; each has a blend of its own. */
public enum BasketTask {
    /** One product: what else will be in its order? */
    ANCHOR(4, 10) {
        @Override
        public void ask(BasketQuestion question, Asked order, int line) {
            question.ask(new int[] {order.products()[line]}, Past.NONE, order.day());
        }

        @Override
        boolean wants(Asked order, int line, int other) {
            return other != line;
        }
    },
    /** The same of a product without history. */
    COLD(4, 10) {
        @Override
        public void ask(BasketQuestion question, Asked order, int line) {
            question.askCold(order.products()[line], order.day());
        }

        @Override
        boolean wants(Asked order, int line, int other) {
            return other != line;
        }
    },
    /** A cart: what is the one product that it lacks? */
    CART(4, 20) {
        @Override
        public void ask(BasketQuestion question, Asked order, int line) {
            question.ask(order.without(line), order.past(), order.day());
        }

        @Override
        boolean wants(Asked order, int line, int other) {
            return other == line;
        }
    },
    /** Nothing yet: what will this customer order next? */
    NEXT(1, 10) {
        @Override
        public void ask(BasketQuestion question, Asked order, int line) {
            question.askNext(order.past(), order.day());
        }

        @Override
        boolean wants(Asked order, int line, int other) {
            return true;
        }
    };

    /** How many questions of one order are learned from. */
    final int perOrder;
    /** How long the list is by which it is judged. */
    final int places;

    BasketTask(int perOrder, int places) {
        this.perOrder = perOrder;
        this.places = places;
    }

    /** Asks about the order as if only what its line says were known. */
    public abstract void ask(BasketQuestion question, Asked order, int line);

    /** Whether the product at {@code other} is then wanted. */
    abstract boolean wants(Asked order, int line, int other);
}
