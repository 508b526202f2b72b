package org.warmhandoff.server.mail;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.warmhandoff.routes.delivery.OutboundMessage;
import org.warmhandoff.routes.direct.DirectProperties;
import org.warmhandoff.routes.direct.Disposition;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.routes.partner.PartnerEndpoint;
import org.warmhandoff.server.delivery.Delivery;
import org.warmhandoff.server.delivery.DeliveryRenderer;
import org.warmhandoff.server.delivery.MessageIds;
import org.warmhandoff.server.delivery.Rendering;

/** Writes a notification about a mail. It says nothing of the mail but its Message-ID, so nobody's consent is needed. */
@Component
class DispositionRenderer implements DeliveryRenderer {

    private final PartnerDirectory partners;
    private final DirectProperties properties;

    DispositionRenderer(PartnerDirectory partners, DirectProperties properties) {
        this.partners = partners;
        this.properties = properties;
    }

    @Override
    public boolean renders(String kind) {
        return kind.equals(OrderedNotices.KIND);
    }

    @Override
    public Rendering render(Delivery delivery) {
        Optional<Partner> partner =
                partners.byId(delivery.partnerId()).filter(found -> found.endpoint() instanceof PartnerEndpoint.Direct);
        if (partner.isEmpty()) {
            return new Rendering.Unrenderable("endpoint-type");
        }
        Map<String, String> payload = delivery.payload();
        String address = String.valueOf(properties.address());
        byte[] body = new Disposition(
                        payload.getOrDefault(OrderedNotices.MESSAGE_ID, ""),
                        payload.getOrDefault(OrderedNotices.MAILBOX, ""),
                        payload.getOrDefault(OrderedNotices.TYPE, ""))
                .write(address.substring(address.lastIndexOf('@') + 1));
        return Rendering.Rendered.aboutNobody(
                new OutboundMessage(partner.get(), MessageIds.of(delivery), Disposition.CONTENT_TYPE, "", body));
    }
}
