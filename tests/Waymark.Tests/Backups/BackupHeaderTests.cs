using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Waymark.Backups;
using Xunit;

namespace Waymark.Tests.Backups;

public sealed class BackupHeaderTests
{
    private static readonly BackupHeader s_header = new(
        BackupHeader.CurrentFormat,
        BackupEngine.Postgres,
        "20261124170321_FirstRecord",
        new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero),
        [new("agencies", ["Id", "Name"], 2)]
    );

    [Fact]
    public void Parse_WhatWasWritten_IsTheSame()
    {
        var read = BackupHeader.Parse(s_header.ToJson(), out var problem);
        Assert.Equal("", problem);
        Assert.Equal(s_header with { Tables = [] }, read! with { Tables = [] });
        Assert.Equal(["Id", "Name"], Assert.Single(read.Tables).Columns);
    }

    [Theory]
    [InlineData("agencies\\\"; DROP TABLE x; --")]
    [InlineData("a b")]
    [InlineData("")]
    public void Parse_NameThatCouldBeACommand_IsRefused(string name)
    {
        var json = Encoding
            .UTF8.GetString(s_header.ToJson())
            .Replace("\"agencies\"", $"\"{name}\"", StringComparison.Ordinal);
        Assert.Null(BackupHeader.Parse(Encoding.UTF8.GetBytes(json), out var problem));
        Assert.Contains("cannot be one of Waymark's", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"format\":\"waymark-backup/1\",\"engine\":7}")]
    public void Parse_NoHeader_SaysSo(string json)
    {
        Assert.Null(BackupHeader.Parse(Encoding.UTF8.GetBytes(json), out var problem));
        Assert.NotEqual("", problem);
    }

    [Property(MaxTest = 500)]
    public Property Parse_AnyBytes_AreAnswered() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<byte[]>(),
            bytes =>
            {
                var read = BackupHeader.Parse(bytes, out var problem);
                return read is null == (problem.Length > 0);
            }
        );

    /// <summary>A header with a few bytes changed is read as one whose names are names, or refused.</summary>
    [Property(MaxTest = 1000)]
    public Property Parse_AlteredHeader_IsAnsweredAndNamesOnlyNames() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<(NonNegativeInt At, byte With)[]>(),
            changes =>
            {
                var json = s_header.ToJson();
                foreach (var (at, with) in changes)
                {
                    json[at.Get % json.Length] = with;
                }
                var read = BackupHeader.Parse(json, out _);
                return read is null
                    || read.Tables.SelectMany(t => t.Columns.Append(t.Name))
                        .All(n => n.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'));
            }
        );
}
