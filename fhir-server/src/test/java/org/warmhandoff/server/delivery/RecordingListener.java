package org.warmhandoff.server.delivery;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down what it hears; fails as often as told, as a referral does on a version conflict. */
final class RecordingListener implements DeliveryListener {

    final List<String> heard = Collections.synchronizedList(new ArrayList<>());

    @Nullable
    Runnable also;

    int failures;

    @Override
    public void delivered(Delivery delivery, String evidence) {
        hear("delivered " + delivery.idempotencyKey() + " " + evidence);
    }

    @Override
    public void dead(Delivery delivery, String reason) {
        hear("dead " + delivery.idempotencyKey() + " " + reason);
    }

    @Override
    public void held(Delivery delivery, String reason) {
        hear("held " + delivery.idempotencyKey() + " " + reason);
    }

    private void hear(String what) {
        if (also != null) {
            also.run();
        }
        if (failures > 0) {
            failures--;
            throw new IllegalStateException("version conflict");
        }
        heard.add(what);
    }
}
