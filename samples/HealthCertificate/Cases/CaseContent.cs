namespace HealthCertificate.Cases;

/// <summary>Everything personal of one case. Stored sealed, never in the clear.</summary>
public sealed record CaseContent
{
    public required HealthOffice Office { get; init; }

    /// <summary>With it the office confirms that the person was there. Some 98 random bits, easy to read out.</summary>
    public required string AttendanceCode { get; init; }

    /// <summary>Who logged in; null before.</summary>
    public Person? Person { get; init; }

    public DateTimeOffset? DeclaredAt { get; init; }

    /// <summary>The fee as it was shown then, in euros: what was shown is what is paid, also after the settings changed.</summary>
    public decimal Fee { get; init; }

    /// <summary>Where the citizen is told, if wanted.</summary>
    public string? Mail { get; init; }

    /// <summary>The citizen's S/MIME certificate in PEM form, if there is one.</summary>
    public string? CertificatePem { get; init; }

    /// <summary>When the instruction was completed at the office.</summary>
    public DateTimeOffset? AttendedAt { get; init; }

    /// <summary>The name of the type: it must not reach a log.</summary>
    public override string ToString() => nameof(CaseContent);
}

/// <param name="Name">Given names and family name.</param>
/// <param name="DateOfBirth">ISO 8601 as far as it is known.</param>
public sealed record Person(string Name, string? DateOfBirth)
{
    /// <summary>The name of the type: it must not reach a log.</summary>
    public override string ToString() => nameof(Person);
}

/// <summary>The competent health office (Gesundheitsamt), as it was found when the case began.</summary>
public sealed record HealthOffice(string Id, string Name, IReadOnlyList<string> AddressLines, string Mail);
