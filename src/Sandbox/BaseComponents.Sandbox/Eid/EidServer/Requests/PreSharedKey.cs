using System.Security.Cryptography;

namespace BaseComponents.Sandbox.Eid.EidServer.Requests;

/// <summary>What the eID-Client and the eID-Server know each other by: the name is seen by the browser, the key by the client alone.</summary>
/// <param name="Id">The SessionIdentifier of a TcToken.</param>
/// <param name="Key">In hexadecimal digits.</param>
internal sealed record PreSharedKey(string Id, string Key)
{
    public static PreSharedKey Fresh() => new(Hex(), Hex());

    private static string Hex() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
}
