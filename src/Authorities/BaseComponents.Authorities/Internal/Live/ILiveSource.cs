using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Internal.Live;

/// <summary>Somebody who is asked at the moment of the question. A directory has none, one or several; they are asked in the order of their registration.</summary>
internal interface ILiveSource
{
    AnswerSource Source { get; }

    /// <summary>How many municipalities of one place it may be asked for.</summary>
    int MostMunicipalities { get; }

    /// <summary>Municipalities by name or postal code, for directories without a list of regions.</summary>
    /// <exception cref="AuthoritiesException">The source cannot be asked.</exception>
    Task<IReadOnlyList<Municipality>> FindPlacesAsync(string text, LiveReading reading, CancellationToken cancellationToken);

    /// <summary>Who is competent in one area, from there up to the federation.</summary>
    /// <exception cref="AuthoritiesException">The source cannot be asked.</exception>
    Task<Competence> ResolveAsync(LiveQuestion question, RegionKey area, LiveReading reading, CancellationToken cancellationToken);
}

/// <summary>What is asked.</summary>
/// <param name="Service">The service.</param>
/// <param name="Day">The day for which the answer holds.</param>
/// <param name="Acting">For each administrative community the municipality that acts for its members.</param>
/// <param name="NameOf">Name of an area, or its key.</param>
internal sealed record LiveQuestion(LeikaKey Service, DateOnly Day, IReadOnlyDictionary<RegionKey, RegionKey> Acting, Func<RegionKey, string> NameOf);
