using DogLicence.Registration;

namespace DogLicence.Cases;

/// <summary>Everything a citizen has told us in one case. Stored sealed, never in the clear.</summary>
public sealed record DogCase
{
    public required string LeikaKey { get; init; }

    public required string ServiceName { get; init; }

    /// <summary>Regionalschlüssel (ARS) of the place the citizen chose.</summary>
    public required string RegionKey { get; init; }

    public required string PlaceName { get; init; }

    public required CompetentOffice Office { get; init; }

    /// <summary>Who logged in; null before the log-in.</summary>
    public Owner? Owner { get; init; }

    /// <summary>The form, complete and checked; null before it was sent.</summary>
    public DogRegistration? Registration { get; init; }

    /// <summary>A form that arrived after the log-in had run out: nothing checked, nothing counted, shown again after the next log-in.</summary>
    public DogForm? Unsent { get; init; }

    /// <summary>Set when the citizen confirmed the summary; from then on nothing changes any more.</summary>
    public DateTimeOffset? ConfirmedAt { get; init; }
}

/// <summary>The competent office, as it was found when the case began.</summary>
/// <param name="Explanation">Why this office: the readable steps of the search.</param>
public sealed record CompetentOffice(string Name, IReadOnlyList<string> AddressLines, string MailAddress, IReadOnlyList<string> Explanation);
