using System.Text;
using BaseComponents.Sandbox.Eid.Saml.Requests;
using BaseComponents.Sandbox.Internal;

namespace BaseComponents.Sandbox.Eid.Saml.Answers;

/// <summary>Makes the answers of one identity provider, with the faults that are armed just then, and remembers the last one.</summary>
internal sealed class AnswerDesk
{
    private readonly string _name;
    private readonly SandboxFaults _armed;
    private readonly IReadOnlyList<SamlFault> _faults;
    private readonly Func<AuthnRequest, SamlOutcome, AnswerPlan> _plan;
    private string? _last;

    /// <param name="name">Name of the identity provider, before that of each fault.</param>
    /// <param name="armed">Where faults are armed.</param>
    /// <param name="faults">What can be told to go wrong.</param>
    /// <param name="plan">The answer as it should be.</param>
    public AnswerDesk(string name, SandboxFaults armed, IReadOnlyList<SamlFault> faults, Func<AuthnRequest, SamlOutcome, AnswerPlan> plan)
    {
        (_name, _armed, _faults, _plan) = (name, armed, faults, plan);
        armed.Register(Replayed, "Statt einer neuen kommt noch einmal die Antwort davor.");
        foreach (var fault in faults)
            armed.Register($"{name}.{fault.Name}", fault.Description);
    }

    private string Replayed => _name + ".replayed";

    /// <summary>The value of SAMLResponse.</summary>
    public string Answer(AuthnRequest request, SamlOutcome outcome)
    {
        if (_last is { } last && _armed.Take(Replayed) is not null)
            return last;
        var plan = _faults.Where(fault => _armed.Take($"{_name}.{fault.Name}") is not null).Aggregate(_plan(request, outcome), (current, fault) => fault.Change(current));
        return _last = Convert.ToBase64String(Encoding.UTF8.GetBytes(AnswerMaker.Make(plan)));
    }
}
