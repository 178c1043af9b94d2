using BaseComponents.Authorities.Keys;
using BaseComponents.Authorities.Quality;
using BaseComponents.Authorities.Snapshots;

namespace BaseComponents.Authorities;

/// <summary>Knows which unit of the administration is competent for a service at a place.</summary>
/// <remarks>Zuständigkeitsfinder.</remarks>
public interface IAuthorityDirectory
{
    /// <summary>
    /// Finds the unit competent for a service, asking the municipality first, then its association, district, government region, state and
    /// the federation; the first tier that names a deciding unit wins.
    /// </summary>
    /// <param name="service">The service.</param>
    /// <param name="place">The place. Whatever is said about it, the answer is a value, not an exception.</param>
    /// <param name="cancellationToken">Stops the waiting for the first data.</param>
    /// <exception cref="ArgumentException">The service key is empty.</exception>
    Task<Competence> ResolveAsync(LeikaKey service, Place place, CancellationToken cancellationToken = default);

    /// <summary>Finds municipalities by name, postal code, or both, also with a typing mistake; the best first, at most 50.</summary>
    /// <param name="text">What a citizen typed: <c>Döbeln</c>, <c>Doebeln</c>, <c>Budyšin</c>, <c>09471 Königswalde</c>, or a key.</param>
    /// <param name="cancellationToken">Stops the waiting for the first data.</param>
    /// <exception cref="AuthoritiesException">There is no data, since the source could not be read.</exception>
    Task<IReadOnlyList<Municipality>> FindPlacesAsync(string text, CancellationToken cancellationToken = default);

    /// <summary>
    /// Finds services by the words of their names and synonyms, in any form, as part of a compound, begun or mistyped; the best first, at most 50. The more
    /// of the words a service has, and the more these tell, the further up it stands.
    /// </summary>
    /// <param name="text">What a citizen typed: <c>hund anmelden</c>, <c>geburts urkunde</c>, <c>fuerherschein</c>, or a service key.</param>
    /// <param name="cancellationToken">Stops the waiting for the first data.</param>
    /// <exception cref="AuthoritiesException">There is no data, since the source could not be read.</exception>
    Task<IReadOnlyList<PublicService>> FindServicesAsync(string text, CancellationToken cancellationToken = default);

    /// <summary>All services of the deliveries, by name.</summary>
    /// <param name="cancellationToken">Stops the waiting for the first data.</param>
    /// <exception cref="AuthoritiesException">There is no data, since the source could not be read.</exception>
    Task<IReadOnlyList<PublicService>> ListServicesAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// The data as it is now, for programs that ask millions of times: <see cref="AuthoritySnapshot.TryFind"/> takes well under a microsecond.
    /// Give it back when done; the directory goes on to newer data meanwhile.
    /// </summary>
    /// <param name="cancellationToken">Stops the waiting for the first data.</param>
    /// <exception cref="AuthoritiesException">There is no data, since the source could not be read.</exception>
    Task<AuthoritySnapshot> OpenSnapshotAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Looks through all the data for what an editor should mend: missing accounts and addresses, two units for one matter, gaps, what has expired.
    /// </summary>
    /// <param name="cancellationToken">Stops the waiting for the first data.</param>
    /// <exception cref="AuthoritiesException">There is no data, since the source could not be read.</exception>
    Task<QualityReport> CheckQualityAsync(CancellationToken cancellationToken = default);

    /// <summary>What is loaded, from when it is, and what was wrong with it. Reads nothing; for health checks and operators.</summary>
    /// <param name="cancellationToken">Not needed by the built-in directory.</param>
    Task<DirectoryStatus> GetStatusAsync(CancellationToken cancellationToken = default);
}
