namespace BaseComponents.Eid;

/// <summary>Why an attribute has no value.</summary>
public enum AbsenceReason
{
    /// <summary>It was asked for and did not come; the service does not say why.</summary>
    Unstated,

    /// <summary>Nobody asked for it.</summary>
    NotRequested,

    /// <summary>The user unchecked it.</summary>
    /// <remarks>PROHIBITED in OperationsAllowedByUser (TR-03130)</remarks>
    Refused,

    /// <summary>The document does not hold it, such as the name at birth on older cards.</summary>
    /// <remarks>NOTONCHIP (TR-03130)</remarks>
    NotOnChip,
}
