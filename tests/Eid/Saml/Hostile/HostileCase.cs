using System.Xml;
using BaseComponents.Tests.Eid.Saml.Forge;

namespace BaseComponents.Tests.Eid.Saml.Hostile;

/// <summary>One attack on a log-in.</summary>
/// <param name="Family">To which kind it belongs.</param>
/// <param name="Name">Its name within the family.</param>
/// <param name="IsLoggedIn">Carries it out; whether the attacker is logged in then.</param>
internal sealed record HostileCase(string Family, string Name, Func<HostileTrial, Task<bool>> IsLoggedIn)
{
    /// <summary>An attack by one message.</summary>
    public static HostileCase Message(string family, string name, Func<HostileTrial, ForgedResponse, byte[]> make) => new(family, name, trial => trial.PostAsync(good => make(trial, good)));

    /// <summary>An attack by one document.</summary>
    public static HostileCase Document(string family, string name, Func<HostileTrial, ForgedResponse, XmlDocument> make) => Message(family, name, (trial, good) => HostileTrial.Octets(make(trial, good)));
}
