namespace BaseComponents.Eid.Amt24;

/// <summary>What a process of Amt24 handed over about persons. It carries no signature: it is worth what the channel is worth over which it came.</summary>
/// <remarks>Antragszusammenfassung (XML, JSON)</remarks>
public sealed class Amt24Export
{
    internal Amt24Export(EidIdentity applicant, IReadOnlyDictionary<int, EidIdentity> others) => (Applicant, Others) = (applicant, others);

    /// <summary>Who applies. Data that did not come are null within.</summary>
    /// <remarks>Antragsteller</remarks>
    public EidIdentity Applicant { get; }

    /// <summary>The persons of all other instances of the groups, by number. The applicant entered them: their level is unknown, whatever the options say.</summary>
    public IReadOnlyDictionary<int, EidIdentity> Others { get; }

    /// <summary>The form with its version, such as <c>6000663:Blaupause-Testformular:v1.0</c>; null in exports without metadata.</summary>
    public string? FormId { get; internal init; }

    /// <summary>When the export was made; null where it does not say so, or not with an offset from UTC.</summary>
    public DateTimeOffset? CreatedAt { get; internal init; }

    /// <summary>The summary as PDF; null where there is none. Nobody has looked for harm in it.</summary>
    /// <remarks>PDF-Antragszusammenfassung</remarks>
    public ReadOnlyMemory<byte>? ApplicantFormPdf { get; internal init; }

    /// <summary>Whether the XML was not well-formed around its groups, in the one way that has one meaning only, and was mended.</summary>
    public bool WasMended { get; internal init; }

    /// <summary>The name of the type: the data stay out of logs.</summary>
    public override string ToString() => nameof(Amt24Export);
}
