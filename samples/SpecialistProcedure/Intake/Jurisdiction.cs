using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;
using BaseComponents.SecureMail;
using Microsoft.Extensions.Options;
using SpecialistProcedure.Cases;

namespace SpecialistProcedure.Intake;

/// <summary>Asks the snapshot of the authorities whether this office, known by its mail address, decides about the service at the place.</summary>
public sealed class Jurisdiction(IOptionsMonitor<SecureMailOptions> mail, IAuthorityDirectory? directory = null)
{
    public async Task<JurisdictionCheck> CheckAsync(CaseData data, CancellationToken cancellationToken)
    {
        if (directory is null)
            return JurisdictionCheck.NotChecked;
        if (!LeikaKey.TryParse(data.Service, out var service) || !RegionKey.TryParse(data.Region, out var region))
            return JurisdictionCheck.Unclear;
        return await directory.ResolveAsync(service, Place.Of(region), cancellationToken) is Competence.Found found
            ? string.Equals(found.Office.MailAddress, mail.CurrentValue.Sender.Address, StringComparison.OrdinalIgnoreCase) ? JurisdictionCheck.Confirmed : JurisdictionCheck.OtherOffice
            : JurisdictionCheck.Unclear;
    }
}
