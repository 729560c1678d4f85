using System.Reflection;
using System.Text;
using Xunit;

namespace Waymark.Instruments.Tests;

/// <summary>What others may rely on is written down, so that no change of it goes unnoticed.</summary>
public sealed class PublicApiTests
{
    private const BindingFlags Own =
        BindingFlags.Public
        | BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    [Fact]
    public void PublicApi_IsAsApproved()
    {
        var text = new StringBuilder();
        foreach (
            var type in typeof(Instrument)
                .Assembly.GetExportedTypes()
                .OrderBy(type => type.FullName, StringComparer.Ordinal)
        )
        {
            text.Append(Kind(type)).Append(' ').Append(Name(type)).Append('\n');
            foreach (
                var member in type.GetMembers(Own)
                    .Where(IsWritten)
                    .Select(Describe)
                    .Order(StringComparer.Ordinal)
            )
            {
                text.Append("    ").Append(member).Append('\n');
            }
        }

        Approved.Check("tests/Waymark.Instruments.Tests/PublicApi.approved.txt", text.ToString());
    }

    [Fact]
    public void Assembly_DependsOnNothingButFirely()
    {
        var others = typeof(Instrument)
            .Assembly.GetReferencedAssemblies()
            .Select(name => name.Name!)
            .Where(name =>
                !name.StartsWith("System", StringComparison.Ordinal)
                && !name.StartsWith("Hl7.", StringComparison.Ordinal)
            );
        Assert.Empty(others);
    }

    private static bool IsWritten(MemberInfo member) =>
        member switch
        {
            MethodInfo method => (
                !method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)
            ) && !method.Name.Contains('<', StringComparison.Ordinal),
            ConstructorInfo or PropertyInfo or FieldInfo => !member.Name.Contains(
                "value__",
                StringComparison.Ordinal
            ),
            _ => false,
        };

    private static string Kind(Type type) =>
        type.IsEnum ? "enum"
        : type.IsInterface ? "interface"
        : type.IsValueType ? "struct"
        : type.IsAbstract && type.IsSealed ? "static class"
        : type.IsAbstract ? "abstract class"
        : "class";

    private static string Describe(MemberInfo member) =>
        member switch
        {
            ConstructorInfo constructor => $"new({Parameters(constructor)})",
            MethodInfo method =>
                $"{(method.IsStatic ? "static " : "")}{Name(method.ReturnType)} {method.Name}({Parameters(method)})",
            PropertyInfo property =>
                $"{(property.GetMethod?.IsStatic == true ? "static " : "")}{Name(property.PropertyType)} {property.Name} {{ {(property.CanRead ? "get; " : "")}{(property.SetMethod?.IsPublic == true ? "set; " : "")}}}",
            FieldInfo field =>
                $"{(field.IsLiteral ? "const " : "")}{Name(field.FieldType)} {field.Name}{(field.IsLiteral ? " = " + field.GetRawConstantValue() : "")}",
            _ => throw new InvalidOperationException(member.ToString()),
        };

    private static string Parameters(MethodBase method) =>
        string.Join(
            ", ",
            method
                .GetParameters()
                .Select(parameter => Name(parameter.ParameterType) + " " + parameter.Name)
        );

    private static string Name(Type type)
    {
        if (type.IsByRef)
        {
            return "out " + Name(type.GetElementType()!);
        }

        if (!type.IsGenericType)
        {
            return type.Name;
        }

        return type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]
            + "<"
            + string.Join(", ", type.GetGenericArguments().Select(Name))
            + ">";
    }
}
