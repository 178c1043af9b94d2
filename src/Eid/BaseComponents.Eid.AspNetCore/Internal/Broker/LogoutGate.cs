using BaseComponents.Eid.AspNetCore.Internal.Saml;

namespace BaseComponents.Eid.AspNetCore.Internal.Broker;

/// <summary>Bounds how many logout tokens are checked at the same time: anybody can send one, and each costs a signature.</summary>
internal sealed class LogoutGate(TimeProvider clock) : IDisposable
{
    private const int AtOnce = 4;
    private const int Waiting = 200;

    private readonly AnswerGate _gate = new(AtOnce, Waiting, clock);

    public ValueTask<IDisposable?> EnterAsync(CancellationToken cancellationToken) => _gate.EnterAsync(cancellationToken);

    public void Dispose() => _gate.Dispose();
}
