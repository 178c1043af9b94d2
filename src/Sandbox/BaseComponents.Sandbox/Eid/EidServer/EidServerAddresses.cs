using BaseComponents.Sandbox.Internal;

namespace BaseComponents.Sandbox.Eid.EidServer;

/// <summary>Where the server and the stand-in of the AusweisApp answer.</summary>
internal sealed class EidServerAddresses(SandboxContext context)
{
    public const string PagePath = "/eid";
    public const string SoapPath = "/eid/soap";
    public const string ClientPath = "/eid/client";

    /// <summary>For applications, with a client certificate.</summary>
    public Uri Soap => new(context.HttpsAddress, SoapPath);

    /// <summary>Where the eID-Client would find the server. Here both are one process, and nothing answers under it.</summary>
    public Uri ECardServer => new(context.HttpsAddress, "/eid/paos");

    /// <summary>Instead of <c>http://127.0.0.1:24727/eID-Client</c>.</summary>
    public Uri Client => new(context.HttpAddress, ClientPath);
}
