namespace BaseComponents.Authorities.Wire.Pvog;

/// <summary>Makes services on the web of those that the service names. One without identifier or name is none.</summary>
internal static class PvogOnline
{
    private const string Scheme = "Onlinedienst";
    private const int Most = 200;
    private const int MostLinks = 20;

    public static IReadOnlyList<OnlineService> Read(IReadOnlyList<PvogOnlineService> found) =>
        [.. found.Take(Most).Select(Read).OfType<OnlineService>().DistinctBy(one => one.Id)];

    private static OnlineService? Read(PvogOnlineService service) =>
        PvogId.Read(service.Id) is { } id && PvogOfficeReader.Text(service.Name) is { } name
            ? new OnlineService(PvogId.ToOfficeId(id, Scheme), name) { Links = [.. (service.Links ?? []).OfType<PvogLink>().Take(MostLinks).Select(Link).OfType<ServiceLink>()] }
            : null;

    private static ServiceLink? Link(PvogLink link) =>
        XzufiChannelReader.WebPageOf(link.Uri) is { } page ? new ServiceLink(page, PvogOfficeReader.Text(link.Title)) : null;
}
