package io.crosscare.registry.model;

/** What an institution is, by its own name. */
public enum InstitutionKind {
    HOSPITAL,
    /** 社区卫生服务中心. */
    COMMUNITY_CENTRE,
    /** 卫生院. */
    TOWNSHIP_CLINIC,
    /** 护理院. */
    NURSING_HOME;

    /** The kind the name says; whatever names itself neither centre, clinic nor nursing home is a hospital. */
    public static InstitutionKind named(String name) {
        if (name.contains("社区卫生服务中心")) {
            return COMMUNITY_CENTRE;
        }
        if (name.endsWith("护理院")) {
            return NURSING_HOME;
        }
        return name.endsWith("卫生院") ? TOWNSHIP_CLINIC : HOSPITAL;
    }
}
