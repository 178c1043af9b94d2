namespace BaseComponents.Eid;

/// <summary>On whose behalf the user acts.</summary>
public enum EidIdentityKind
{
    /// <summary>A citizen on their own behalf.</summary>
    Person,

    /// <summary>Somebody for a company, association or authority.</summary>
    Organisation,
}
