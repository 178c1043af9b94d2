namespace BaseComponents.Eid;

/// <summary>How sure the service is that the person is who the data say. Ordered: a higher value is a stronger proof.</summary>
/// <remarks>Vertrauensniveau (TR-03107-1, eIDAS article 8). Never compare texts of services: map them with <see cref="AssuranceLevels"/>.</remarks>
public enum AssuranceLevel
{
    /// <summary>The service said nothing, or something that is not known here. Meets no demand.</summary>
    Unknown = 0,

    /// <summary>Self-registered data that nobody checked.</summary>
    /// <remarks>Basisregistrierung, "untergeordnet".</remarks>
    Basic = 1,

    /// <summary>Low.</summary>
    /// <remarks>niedrig, formerly "normal".</remarks>
    Low = 2,

    /// <summary>Substantial, such as an ELSTER certificate.</summary>
    /// <remarks>substanziell</remarks>
    Substantial = 3,

    /// <summary>High, such as the online function of the identity card.</summary>
    /// <remarks>hoch</remarks>
    High = 4,
}
