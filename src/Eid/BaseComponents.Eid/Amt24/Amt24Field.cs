namespace BaseComponents.Eid.Amt24;

/// <summary>Where a form keeps one piece of data, and what that is worth. The names belong to each form.</summary>
public sealed class Amt24Field
{
    /// <summary>Id of the group, as the form has it.</summary>
    /// <remarks>Feldgruppe</remarks>
    public string Group { get; set; } = "";

    /// <summary>Id of the field within the group.</summary>
    /// <remarks>Formularfeld</remarks>
    public string Field { get; set; } = "";

    /// <summary>How far a value of this field is trusted. The export does not say; set it only where the form takes the value out of the account and lets nobody change it.</summary>
    /// <value><see cref="AssuranceLevel.Unknown"/>: the user may have typed anything.</value>
    /// <remarks>Vertrauensniveau eines Feldes, geschütztes Feld</remarks>
    public AssuranceLevel Level { get; set; }
}
