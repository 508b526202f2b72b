package org.warmhandoff.server.identity.client;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.identity.Role;
import org.warmhandoff.server.identity.StaffKey;
import org.warmhandoff.server.postgres.DataDirectoryProperties;

/** Makes the client {@code staff} at the first start, and makes the key in this data directory one of its keys. */
@Component
class StaffClient implements InitializingBean {

    private static final Set<String> SCOPES = Set.of("system/*.cruds");

    private final StoredClients stored;
    private final DataDirectoryProperties dataDirectory;

    StaffClient(StoredClients stored, DataDirectoryProperties dataDirectory) {
        this.stored = stored;
        this.dataDirectory = dataDirectory;
    }

    @Override
    public void afterPropertiesSet() {
        String key = new StaffKey(dataDirectory.path()).orMade().toPublicJWK().toJSONString();
        stored.add(new StoredClients.Row(
                Client.STAFF,
                null,
                "{\"keys\":[]}",
                null,
                SCOPES,
                EnumSet.allOf(Role.class),
                List.of(),
                null,
                "first start",
                null));
        stored.addKey(Client.STAFF, key);
    }
}
