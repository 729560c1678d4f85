# Prints the reference values that the tests of Waymark.Statistics compare with to six digits, from the examples the packages document.
# Run with R 4.2.2 and, from Debian 12: r-cran-survey 4.1-1, r-cran-coin 1.4-2, r-cran-effectsize 0.8, r-cran-psych 2.2.9, r-cran-metafor 3.8-1.
#   Rscript tests/Waymark.Statistics.Tests/reference.R
# It is not run by the tests: the values are written there, with their source.
options(digits = 12)
suppressMessages({ library(survey); library(coin); library(effectsize); library(psych); library(metafor) })
say <- function(what, ...) cat(what, ":", format(c(...), digits = 12), "\n")

# Wilson: Newcombe 1998, Stat Med 17:857, table I
for (p in list(c(81, 263), c(15, 148), c(0, 20), c(1, 29), c(29, 29)))
  say(paste("Wilson", p[1], "of", p[2]), suppressWarnings(prop.test(p[1], p[2], correct = FALSE))$conf.int)

# Newcombe's paired interval, method 10, from the Wilson limits: counts a, b, c, d as in the paper
paired <- function(a, b, c, d) {
  n <- a + b + c + d
  p1 <- (a + b) / n; p2 <- (a + c) / n
  w1 <- suppressWarnings(prop.test(a + b, n, correct = FALSE))$conf.int
  w2 <- suppressWarnings(prop.test(a + c, n, correct = FALSE))$conf.int
  A <- (a + b) * (c + d) * (a + c) * (b + d); B <- a * d - b * c
  if (B > 0) B <- max(B - n / 2, 0)
  phi <- if (A == 0) 0 else B / sqrt(A)
  delta <- sqrt((p1 - w1[1])^2 - 2 * phi * (p1 - w1[1]) * (w2[2] - p2) + (w2[2] - p2)^2)
  epsilon <- sqrt((p2 - w2[1])^2 - 2 * phi * (p2 - w2[1]) * (w1[2] - p1) + (w1[2] - p1)^2)
  c(p1 - p2, p1 - p2 - delta, p1 - p2 + epsilon)
}
for (t in list(c(1, 1, 7, 12), c(20, 12, 2, 16), c(59, 6, 16, 80), c(36, 12, 2, 0), c(794, 150, 86, 570)))
  say(paste("Newcombe paired", paste(t, collapse = " ")), do.call(paired, as.list(t)))

# McNemar
say("exact 1 of 8", binom.test(1, 8)$p.value); say("exact 6 of 22", binom.test(6, 22)$p.value)
say("exact 2 of 14", binom.test(2, 14)$p.value)
m <- mcnemar.test(matrix(c(794, 86, 150, 570), nrow = 2), correct = FALSE); say("?mcnemar.test", m$statistic, m$p.value)

# Student's sleep data
first <- sleep$extra[sleep$group == 1]; second <- sleep$extra[sleep$group == 2]
t <- t.test(second, first, paired = TRUE); say("paired t", t$estimate, t$conf.int)
t <- t.test(sleep$extra); say("mean", t$estimate, t$conf.int); say("cor, sd", cor(first, second), sd(first))

# Morris 2008, treatment groups (metafor)
e <- escalc("SMCR", m1i = c(38.5, 26.8, 0.7, 75.9, 36.0), m2i = c(30.6, 23.5, 0.5, 53.4, 35.6),
            sd1i = c(15.0, 3.1, 0.1, 14.5, 4.7), ni = c(20, 50, 9, 10, 14), ri = c(.47, .64, .77, .89, .44))
say("SMCR", e$yi); say("its variance", e$vi)

# Hollander & Wolfe's depression data (?wilcox.test)
x <- c(1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30)
y <- c(0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29)
w <- wilcox.test(x, y, paired = TRUE, conf.int = TRUE); say("?wilcox.test", w$statistic, w$p.value, w$estimate, w$conf.int)
r <- rank_biserial(x, y, paired = TRUE); say("rank-biserial", r$r_rank_biserial, r$CI_low, r$CI_high)
many <- c(0, 0.1, -0.5, 1, 1, -1, 2, 0, 0, 3, 1, 2, -1, 1, 1, 2, 2, 3, 0, 1); none <- rep(0, 20)
for (rule in c("Pratt", "Wilcoxon")) {
  say(paste("sleep,", rule), pvalue(wilcoxsign_test(second ~ first, zero.method = rule, distribution = "exact")),
      pvalue(wilcoxsign_test(second ~ first, zero.method = rule)))
  say(paste("zeros and ties,", rule), pvalue(wilcoxsign_test(many ~ none, zero.method = rule, distribution = "exact")),
      pvalue(wilcoxsign_test(many ~ none, zero.method = rule)))
}
say("Holm", p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm"))

# Weights: apisrs
data(api)
d <- svydesign(id = ~1, weights = ~pw, data = apisrs)
types <- data.frame(stype = c("E", "H", "M"), Freq = c(4421, 755, 1018))
ps <- postStratify(d, ~stype, types); show <- function(what, m) say(what, coef(m), SE(m))
show("post-stratified mean", svymean(~api00, ps)); show("of a subgroup", svymean(~api00, subset(ps, awards == "Yes")))
show("post-stratified share", svymean(~I(as.numeric(sch.wide == "Yes")), ps))
rk <- rake(d, list(~stype, ~sch.wide), list(types, data.frame(sch.wide = c("No", "Yes"), Freq = c(1072, 5122))),
           control = list(maxit = 100, epsilon = 1e-12))
show("raked mean", svymean(~api00, rk)); say("a raked weight", weights(rk)[apisrs$stype == "E" & apisrs$sch.wide == "Yes"][1])
apisrs$plain <- ifelse(apisrs$stype == "E", 1, ifelse(apisrs$stype == "H", 2, 0.5))
show("plain weights", svymean(~api00, svydesign(id = ~1, weights = ~plain, data = apisrs)))
say("Kish", sum(apisrs$plain)^2 / sum(apisrs$plain^2))

# Reliability
k <- 7; n <- 30; a <- k / (k - 1) * (1 - sum(apply(attitude, 2, var)) / var(rowSums(attitude)))
say("alpha, Feldt", a, 1 - (1 - a) * qf(c(.975, .025), n - 1, (n - 1) * (k - 1)))
omega <- function(data) {
  f <- factanal(data, 1, control = list(opt = list(factr = 10)))
  l <- f$loadings[, 1] * apply(data, 2, sd); u <- f$uniquenesses * apply(data, 2, var)
  say("loadings", f$loadings[, 1]); say("omega", sum(l)^2 / (sum(l)^2 + sum(u)))
}
omega(attitude); agreeable <- na.omit(bfi[, 1:5]); agreeable[, 1] <- 7 - agreeable[, 1]; omega(agreeable); print(cov(agreeable), digits = 15)

# Calibration: scikit-learn's examples
say("Brier", mean((c(.1, .9, .8, .3) - c(0, 1, 1, 0))^2), t.test((c(.1, .9, .8, .3) - c(0, 1, 1, 0))^2)$conf.int)
s <- c(.1, .2, .3, .4, .65, .7, .8, .9, 1); o <- c(0, 0, 0, 0, 1, 1, 1, 1, 1)
say("Brier of nine", mean((s - o)^2), t.test((s - o)^2)$conf.int); t <- t.test(s, o, paired = TRUE); say("in the large", t$estimate, t$conf.int)
