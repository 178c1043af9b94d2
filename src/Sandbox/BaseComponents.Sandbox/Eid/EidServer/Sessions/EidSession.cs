using System.Security.Cryptography;
using BaseComponents.Sandbox.Eid.EidServer.Requests;

namespace BaseComponents.Sandbox.Eid.EidServer.Sessions;

/// <summary>One online authentication, from the application's request to its answer.</summary>
/// <param name="request">What was asked for.</param>
/// <param name="until">When it is forgotten.</param>
internal sealed class EidSession(UseIdRequest request, DateTimeOffset until)
{
    /// <summary>Known to the application and the server alone.</summary>
    public string Id { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    public PreSharedKey Psk { get; } = request.Psk ?? PreSharedKey.Fresh();

    public UseIdRequest Request { get; } = request;

    public DateTimeOffset Until { get; } = until;

    public EidOutcome? Outcome { get; set; }

    /// <summary>Counter of the last call.</summary>
    public int Calls { get; set; }

    /// <summary>The server never gets further with it.</summary>
    public bool IsStuck { get; set; }

    /// <summary>The next call comes too early.</summary>
    public bool IsLate { get; set; }
}
