#if (Lookup)
using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;
#endif
using Microsoft.Extensions.Options;

namespace BaseService;

/// <summary>Who decides about the application.</summary>
public sealed record ResponsibleOffice(string Name, string Mail);

/// <summary>Finds the office for a postal code.</summary>
public static class Offices
{
#if (Lookup)
    /// <returns>The office, or what to tell the citizen instead.</returns>
    public static async Task<(ResponsibleOffice? Office, string? Problem)> FindAsync(IServiceProvider services, string? postalCode, CancellationToken cancellationToken)
    {
        if (!PostalCode.TryParse(postalCode?.Trim(), out var code))
            return (null, "Bitte geben Sie eine Postleitzahl mit fünf Ziffern an.");
        var key = LeikaKey.Parse(services.GetRequiredService<IOptionsMonitor<ServiceOptions>>().CurrentValue.LeikaKey);
        return await services.GetRequiredService<IAuthorityDirectory>().ResolveAsync(key, Place.Of(code), cancellationToken) switch
        {
            Competence.Found { Office: { MailAddress: { } mail } office } => (new ResponsibleOffice(office.Name, mail), null),
            Competence.Found => (null, "Die zuständige Stelle nimmt diesen Antrag nicht online an."),
            Competence.NeedsPlaceChoice choice => (null, $"Zu dieser Postleitzahl gehören mehrere Gemeinden mit verschiedenen Stellen: {string.Join(", ", choice.Candidates.Select(place => place.Name))}. Bitte wenden Sie sich an Ihre Gemeinde."),
            _ => (null, "Für diesen Ort wurde keine zuständige Stelle gefunden."),
        };
    }
#else
    /// <returns>The office of the settings.</returns>
    public static Task<(ResponsibleOffice? Office, string? Problem)> FindAsync(IServiceProvider services, string? postalCode, CancellationToken cancellationToken)
    {
        _ = (postalCode, cancellationToken);
        var mail = services.GetRequiredService<IOptionsMonitor<ServiceOptions>>().CurrentValue.OfficeMail;
        return Task.FromResult<(ResponsibleOffice?, string?)>((new ResponsibleOffice("Zuständige Stelle", mail ?? ""), null));
    }
#endif
}
