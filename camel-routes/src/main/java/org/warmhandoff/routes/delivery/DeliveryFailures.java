package org.warmhandoff.routes.delivery;

/** Results that more than one sender gives. */
final class DeliveryFailures {

    private DeliveryFailures() {}

    static DeliveryResult wrongEndpoint() {
        return new DeliveryResult.Retry("configuration", "the partner has another type of endpoint");
    }

    static DeliveryResult conflict() {
        return new DeliveryResult.Rejected("conflict", "a file of that name with other content is there");
    }

    static DeliveryResult unusableName() {
        return new DeliveryResult.Rejected("file-name", "the file name is empty or not a plain name");
    }
}
