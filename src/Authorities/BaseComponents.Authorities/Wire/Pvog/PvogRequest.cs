namespace BaseComponents.Authorities.Wire.Pvog;

/// <summary>What is asked: a resource and its parameters. It says nothing of a person: keys of areas and services, identifiers of units.</summary>
/// <param name="Resource">Name of the resource, for messages.</param>
/// <param name="Target">Path and query, below the base address.</param>
internal sealed record PvogRequest(string Resource, string Target)
{
    public static PvogRequest Of(string resource, string path, params (string Name, string Value)[] parameters) =>
        new(resource, $"{path}?{string.Join('&', parameters.Select(one => $"{one.Name}={Uri.EscapeDataString(one.Value)}"))}");

    public Uri AddressBelow(Uri baseAddress) => new($"{baseAddress.AbsoluteUri.TrimEnd('/')}/{Target}");
}
