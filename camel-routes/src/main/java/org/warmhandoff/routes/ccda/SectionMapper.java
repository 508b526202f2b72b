package org.warmhandoff.routes.ccda;

import org.warmhandoff.routes.xml.XmlElement;

/** Makes resources of one kind of section. */
@FunctionalInterface
interface SectionMapper {

    void map(XmlElement section);
}
