namespace BaseComponents.Authorities.Wire.Pvog;

// What is read of the service's answers, and nothing else: names of employees never get in. Everything may be missing, and lists may hold
// nothing at a place.

/// <summary>A municipality.</summary>
internal sealed record PvogPlace(string? Ars, string? Name, string? Zip);

/// <summary>A page of descriptions.</summary>
internal sealed record PvogDescriptionPage(IReadOnlyList<PvogDescription?>? Content);

/// <summary>A description of a service, as it holds in an area.</summary>
/// <remarks>Leistungsbeschreibung; its id is called lbId.</remarks>
internal sealed record PvogDescription(string? Id);

/// <summary>A unit that is named for a description.</summary>
internal sealed record PvogUnitTitle(string? Id, string? Title, PvogRole? Role);

/// <summary>In which capacity.</summary>
internal sealed record PvogRole(string? Code, string? Name);

/// <summary>All about a unit.</summary>
internal sealed record PvogUnit(
    string? Id,
    string? Title,
    PvogRole? Role,
    PvogLocation? Location,
    IReadOnlyList<Dictionary<string, string?>?>? BankAccounts,
    IReadOnlyList<PvogInformation?>? AdditionalInformation,
    IReadOnlyList<PvogLink?>? InternetAddresses)
{
    /// <summary>The same with no members of accounts but those that are wanted.</summary>
    public PvogUnit OnlyWith(IReadOnlyCollection<string> members) => this with
    {
        BankAccounts = BankAccounts?.Select(account => account?.Where(member => members.Contains(member.Key)).ToDictionary()).ToList(),
    };
}

/// <summary>Where a unit is, and how one reaches it.</summary>
internal sealed record PvogLocation(IReadOnlyList<PvogAddress?>? Addresses, IReadOnlyList<PvogCommunication?>? Communications);

/// <summary>An address.</summary>
internal sealed record PvogAddress(string? Type, string? Street, string? HouseNumber, string? Zip, string? City);

/// <summary>One way to reach a unit.</summary>
internal sealed record PvogCommunication(string? Code, string? Name, string? Value);

/// <summary>More about a unit.</summary>
internal sealed record PvogInformation(string? Type, string? Text);

/// <summary>An address on the web.</summary>
internal sealed record PvogLink(string? Uri, string? Title);

/// <summary>A page of services on the web.</summary>
internal sealed record PvogOnlinePage(IReadOnlyList<PvogOnlineService?>? Onlineservices, string? NextPageToken);

/// <summary>A service on the web.</summary>
internal sealed record PvogOnlineService(string? Id, string? Name, IReadOnlyList<PvogLink?>? Links);
